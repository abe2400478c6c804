package dev.quartermaster.bootstrap.endtoend;

import static dev.quartermaster.bootstrap.endtoend.Shop.API;
import static dev.quartermaster.bootstrap.endtoend.Shop.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.quartermaster.application.jobs.MeasureJobs;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Jobs that wait, are called off, and go on. */
@EndToEnd
class JobsTest {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @Inject MeasureJobs measureJobs;

  private String operator = "";
  private final Instant tomorrow =
      Instant.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
  private final String key = UUID.randomUUID().toString();

  @BeforeEach
  void anOperator() {
    operator = Shop.newAdministrator();
  }

  @Test
  void aJobThatWaitsForItsTimeIsCalledOffAndRetried() {
    Response waiting = imported("?priority=9&uniqueKey=" + key + "&runAt=" + tomorrow);
    waiting
        .then()
        .statusCode(202)
        .body("state", equalTo("queued"))
        .body("queue", equalTo("imports"))
        .body("priority", equalTo(9))
        .body("uniqueKey", equalTo(key))
        .body("attempts", equalTo(0))
        .body("runAt", equalTo(tomorrow.toString()));
    String job = waiting.path("links.self");

    imported("?uniqueKey=" + key)
        .then()
        .statusCode(409)
        .body("code", equalTo("job-not-unique"))
        .body("detail", containsString(waiting.path("id")));
    as(operator)
        .post(job + "/retry")
        .then()
        .statusCode(409)
        .body("code", equalTo("job-not-retryable"));
    assertThat(idsOf("?queue=imports&state=queued&type=product-import"))
        .contains(waiting.<String>path("id"));

    Response cancelled = as(operator).post(waiting.<String>path("links.cancel"));
    cancelled.then().statusCode(200).body("links.retry", equalTo(job + "/retry"));
    as(operator)
        .post(job + "/retry")
        .then()
        .statusCode(200)
        .body("state", equalTo("queued"))
        .body("finishedAt", equalTo(null));
    awaitSuccess(job);
    as(operator).get(job).then().body("done", equalTo(1));
  }

  @Test
  void whatIsWrongWithAListOrAnImportIsNamedAtOnce() {
    as(operator)
        .get(API + "/jobs?type=laundry&state=lost&queue=none&limit=0&sort=size")
        .then()
        .statusCode(400)
        .body("errors.field", containsInAnyOrder("type", "state", "queue", "limit", "sort"));
    imported("?priority=10&runAt=tomorrow&uniqueKey=" + "x".repeat(256))
        .then()
        .statusCode(400)
        .body("errors.field", containsInAnyOrder("priority", "runAt", "uniqueKey"));
    imported("?runAt=2999-01-01T00:00:00Z")
        .then()
        .statusCode(400)
        .body("errors.field", hasItem("runAt"));
  }

  @Test
  void whatRecursIsListedWithItsNextRun() {
    Response schedules = as(operator).get(API + "/jobs/schedules");
    schedules.then().statusCode(200);
    assertThat(schedules.<List<String>>path("data.name"))
        .contains("audit-verification", "job-retention", "reconciliation", "token-retention")
        .isSorted();
    assertThat(schedules.<Map<String, Object>>path("data.find { it.name == 'token-retention' }"))
        .containsEntry("schedule", "45 4/10 * * * *")
        .containsEntry("failures", 0)
        .containsKeys("lastRunAt", "lastOutcome", "nextRunAt", "running");
    as(Shop.newCustomer()).get(API + "/jobs/schedules").then().statusCode(403);
  }

  @Test
  void queuesAndSchedulesAreMeasured() {
    var _ = measureJobs.measure();
    assertThat(as(operator).get("/metrics").asString())
        .contains("quartermaster_jobs_waiting{queue=\"imports\"}")
        .contains("quartermaster_jobs_running{queue=\"imports\"}")
        .contains("quartermaster_jobs_dead{queue=\"imports\"}")
        .contains("quartermaster_jobs_oldest_age_seconds{queue=\"imports\"}")
        .contains("quartermaster_schedules_failures{schedule=\"audit-verification\"}")
        .contains("quartermaster_mails_parked");
  }

  private void awaitSuccess(String job) {
    long giveUp = System.nanoTime() + PATIENCE.toNanos();
    while (!"succeeded".equals(as(operator).get(job).path("state"))) {
      assertThat(System.nanoTime()).as("it never succeeded").isLessThan(giveUp);
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  private Response imported(String query) {
    return as(operator)
        .contentType("application/x-ndjson")
        .urlEncodingEnabled(false)
        .body(
            "{\"sku\":\"J-%s\",\"name\":\"Bowl\",\"price\":{\"amount\":1,\"currency\":\"EUR\"}}"
                .formatted(UUID.randomUUID())
                .getBytes(StandardCharsets.UTF_8))
        .post(API + "/products/import" + query);
  }

  private List<String> idsOf(String query) {
    return as(operator).get(API + "/jobs" + query + "&limit=100").path("data.id");
  }
}
