package dev.quartermaster.bootstrap.endtoend;

import static dev.quartermaster.bootstrap.endtoend.Shop.API;
import static dev.quartermaster.bootstrap.endtoend.Shop.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a file of products to a catalogue that is as the file says. */
@EndToEnd
class ProductImportTest {
  private static final String NDJSON = "application/x-ndjson";
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @BeforeEach
  void aClerk() {
    clerk = Shop.newAdministrator();
  }

  @Inject DataSource database;
  @TestHTTPResource URI address;

  private String clerk = "";
  private final String mark = "i" + UUID.randomUUID().toString().replace("-", "");

  @Test
  void aFileIsCarriedOutAndWhatIsWrongWithItReported() {
    Response accepted =
        importing(
            line(mark + "-1", "Bowl"),
            "",
            "{\"sku\":\"no good\",\"price\":{\"amount\":-1,\"currency\":\"EUR\"}}",
            "not JSON",
            "{\"sku\":\"%s-2\",\"name\":\"Cup\",\"colour\":\"red\",\"price\":{\"amount\":1,\"currency\":\"EUR\"}}"
                .formatted(mark),
            line(mark + "-3", "Dish"),
            line(mark + "-1", "Beaker"));
    accepted.then().statusCode(202);
    String job = URI.create(accepted.header("Location")).getPath();
    assertThat(job).isEqualTo(API + "/jobs/" + accepted.path("id"));
    assertThat(accepted.<String>path("state")).isEqualTo("queued");
    assertThat(accepted.<Map<String, String>>path("links"))
        .containsEntry("self", job)
        .containsEntry("cancel", job + "/cancel");

    Response done = awaitEnd(job);
    assertThat(done.<String>path("state")).isEqualTo("succeeded");
    assertThat(done.<Integer>path("total")).isEqualTo(6);
    assertThat(done.<Integer>path("done")).isEqualTo(6);
    assertThat(done.<Integer>path("rejected")).isEqualTo(3);
    assertThat(done.<String>path("finishedAt")).isNotNull();
    assertThat(done.<Map<String, String>>path("links")).doesNotContainKey("cancel");

    Response rejected = as(clerk).get(done.<String>path("links.rejectedLines"));
    assertThat(rejected.<List<Integer>>path("data.line")).containsExactly(3, 4, 5);
    assertThat(rejected.<List<String>>path("data[0].errors.field"))
        .containsExactly("name", "price.amount", "sku");
    assertThat(rejected.<List<String>>path("data[1].errors.field")).containsExactly("line");
    assertThat(rejected.<List<String>>path("data[2].errors.field")).containsExactly("colour");

    Response products = as(clerk).get(API + "/products?sort=sku&q=" + mark);
    assertThat(products.<List<String>>path("data.name")).containsExactly("Beaker", "Dish");
  }

  @Test
  void theSameFileAgainChangesNothing() {
    String[] lines =
        IntStream.range(0, 1_200)
            .mapToObj(number -> line(mark + "-" + number, "Bowl " + number))
            .toArray(String[]::new);
    awaitEnd(importing(lines).header("Location"));
    String first = as(clerk).get(API + "/products?sort=-updatedAt&limit=100&q=" + mark).asString();

    Response again = awaitEnd(importing(lines).header("Location"));

    assertThat(again.<Integer>path("done")).isEqualTo(1_200);
    assertThat(again.<Integer>path("rejected")).isZero();
    assertThat(as(clerk).get(API + "/products?sort=-updatedAt&limit=100&q=" + mark).asString())
        .isEqualTo(first);
  }

  @Test
  void aLineOfAKnownSkuChangesItsProductAndTheAuditTrailTellsWho() {
    awaitEnd(importing(line(mark, "Bowl")).header("Location"));
    String id = as(clerk).get(API + "/products?q=" + mark).path("data[0].id");

    awaitEnd(importing(line(mark, "Beaker")).header("Location"));

    Response product = as(clerk).get(API + "/products/" + id);
    assertThat(product.<String>path("name")).isEqualTo("Beaker");
    assertThat(product.header("ETag")).startsWith("\"2-");
    Response audit = as(clerk).get(API + "/audit-events?targetId=" + id);
    assertThat(audit.<List<String>>path("data.action"))
        .containsExactlyInAnyOrder("product.created", "product.edited");
    String me = as(clerk).get(API + "/users/me").path("id");
    assertThat(audit.<List<String>>path("data.actor")).containsOnly("user:" + me);
  }

  @Test
  void aRepetitionUnderItsKeyIsTheSameJob() {
    String key = UUID.randomUUID().toString();
    Response first = sending(NDJSON, key, line(mark, "Bowl")).post(API + "/products/import");
    Response second = sending(NDJSON, key, line(mark, "Bowl")).post(API + "/products/import");
    Response another = sending(NDJSON, key, line(mark, "Cup")).post(API + "/products/import");

    assertThat(first.statusCode()).isEqualTo(202);
    assertThat(second.statusCode()).isEqualTo(202);
    assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(second.<String>path("id")).isEqualTo(first.path("id"));
    assertThat(another.statusCode()).isEqualTo(422);
    awaitEnd(first.header("Location"));
  }

  @Test
  void aFileWithoutLinesAndOneOfAnotherTypeAreRefused() {
    Response empty = importing("", "  ");
    assertThat(empty.statusCode()).isEqualTo(400);
    assertThat(empty.<String>path("errors[0].field")).isEqualTo("body");
    Response json = as(clerk).body(Map.of("sku", "x")).post(API + "/products/import");
    assertThat(json.statusCode()).isEqualTo(415);
  }

  @Test
  void aLineThatIsTooLongIsLeftOutAndTheRestCarriedOut() {
    Response done =
        awaitEnd(
            importing("{\"sku\":\"" + "x".repeat(1 << 18) + "\"}", line(mark, "Bowl"))
                .header("Location"));
    assertThat(done.<Integer>path("rejected")).isEqualTo(1);
    Response rejected = as(clerk).get(done.<String>path("links.rejectedLines"));
    assertThat(rejected.<String>path("data[0].errors[0].message")).contains("262144 bytes");
    assertThat(as(clerk).get(API + "/products?q=" + mark).<List<String>>path("data.sku"))
        .containsExactly(mark);
  }

  @Test
  void aFileThatIsLargerThanTheOneMebibyteOfOtherBodiesIsTaken() {
    String padding = "x".repeat(9_000);
    String[] lines =
        IntStream.range(0, 300)
            .mapToObj(
                number ->
                    "{\"sku\":\"%s-%d\",\"name\":\"Bowl\",\"description\":\"%s\",\"price\":{\"amount\":1,\"currency\":\"EUR\"}}"
                        .formatted(mark, number, padding))
            .toArray(String[]::new);
    Response done = awaitEnd(importing(lines).header("Location"));
    assertThat(done.<Integer>path("done")).isEqualTo(300);
    assertThat(done.<Integer>path("rejected")).isZero();
  }

  @Test
  void aFileThatAnnouncesMoreThanAGibibyteIsRefusedUnread() throws Exception {
    assertThat(answerTo(head("Content-Length: " + ((1L << 30) + 1)))).startsWith("HTTP/1.1 413");
  }

  @Test
  void aFileThatBreaksOffLeavesNothing() throws Exception {
    String line = line(mark, "Bowl") + "\n";
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      OutputStream out = socket.getOutputStream();
      out.write(head("Content-Length: 100000000").getBytes(StandardCharsets.US_ASCII));
      for (int number = 0; number < 2_000; number++) {
        out.write(line.getBytes(StandardCharsets.UTF_8));
      }
      out.flush();
      await(() -> isAnythingReceivedOf(mark));
    }
    await(() -> !isAnythingReceivedOf(mark));
    Response jobs = as(clerk).get(API + "/jobs?limit=100");
    assertThat(jobs.<List<Integer>>path("data.total")).doesNotContain(2_000);
    assertThat(as(clerk).get(API + "/products?q=" + mark).<List<?>>path("data")).isEmpty();
  }

  @Test
  void aJobThatIsOverCannotBeCancelled() {
    String job = importing(line(mark, "Bowl")).header("Location");
    awaitEnd(job);
    Response refused = as(clerk).post(job + "/cancel");
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.<String>path("code")).isEqualTo("job-not-cancellable");
  }

  @Test
  void aJobIsItsOwnersAndOfThoseWhoMayWriteJobs() {
    String job = importing(line(mark, "Bowl")).header("Location");
    awaitEnd(job);
    assertThat(as(Shop.newCustomer()).get(job).statusCode()).isEqualTo(404);
    assertThat(as(Shop.newAdministrator()).get(job).statusCode()).isEqualTo(200);
    assertThat(as(Shop.newCustomer()).get(API + "/jobs").<List<?>>path("data")).isEmpty();
    Response filtered = as(clerk).get(API + "/jobs?type=product-import&state=succeeded&after=");
    assertThat(filtered.<List<String>>path("data.state")).isNotEmpty().containsOnly("succeeded");
    assertThat(as(clerk).get(API + "/jobs?state=done").statusCode()).isEqualTo(400);
  }

  private Response importing(String... lines) {
    return sending(NDJSON, UUID.randomUUID().toString(), lines).post(API + "/products/import");
  }

  private RequestSpecification sending(String type, String key, String... lines) {
    return as(clerk)
        .contentType(type)
        .header("Idempotency-Key", key)
        .body(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
  }

  private static String line(String sku, String name) {
    return "{\"sku\":\"%s\",\"name\":\"%s\",\"price\":{\"amount\":1250,\"currency\":\"EUR\"}}"
        .formatted(sku, name);
  }

  private Response awaitEnd(String job) {
    await(() -> as(clerk).get(job).<String>path("finishedAt") != null);
    return as(clerk).get(job).then().statusCode(200).extract().response();
  }

  private static void await(BooleanSupplier event) {
    long giveUp = System.nanoTime() + PATIENCE.toNanos();
    while (!event.getAsBoolean()) {
      assertThat(System.nanoTime()).as("it never came").isLessThan(giveUp);
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  private String head(String length) {
    return List.of(
            "POST " + API + "/products/import HTTP/1.1",
            "Host: " + address.getAuthority(),
            "Authorization: Bearer " + clerk,
            "Content-Type: " + NDJSON,
            length)
        .stream()
        .collect(Collectors.joining("\r\n", "", "\r\n\r\n"));
  }

  private String answerTo(String request) throws IOException {
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
    }
  }

  private boolean isAnythingReceivedOf(String sku) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "SELECT 1 FROM product_import_parts WHERE lines LIKE ? LIMIT 1")) {
      statement.setString(1, "%" + sku + "%");
      try (ResultSet found = statement.executeQuery()) {
        return found.next();
      }
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
