package dev.quartermaster.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.bootstrap.endtoend.FailedLogInsTest.StrictLimit;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The limit of failed log-ins that everybody has who does not set another. */
@EndToEnd
@TestProfile(StrictLimit.class)
class FailedLogInsTest {
  private static final String WRONG = "wrong-horse-battery";

  @Inject RedisDataSource redis;

  /** A node that has just begun to connect counts by itself at first, and anew in Redis then. */
  @BeforeEach
  void failuresAreCountedInRedis() {
    long before = keysInRedis();
    do {
      Shop.logIn(Shop.newEmail(), WRONG).then().statusCode(401);
    } while (keysInRedis() == before);
  }

  @Test
  void theSixthFailureIsRefusedForKnownAndUnknownAccountsAlike() {
    List<AnswerShape> ofKnown = tried(Shop.signedUp(), 7);
    List<AnswerShape> ofUnknown = tried(Shop.newEmail(), 7);

    assertThat(ofKnown).isEqualTo(ofUnknown);
    assertThat(ofKnown)
        .extracting(AnswerShape::status)
        .containsExactly(401, 401, 401, 401, 401, 429, 429);
    assertThat(ofKnown.getLast().code()).isEqualTo("rate-limited");
    assertThat(ofKnown.getLast().headers()).contains("Retry-After");
  }

  @Test
  void theRightPasswordIsRefusedToo() {
    String email = Shop.signedUp();
    tried(email, 5);

    Shop.logIn(email, Shop.PASSWORD).then().statusCode(429);
  }

  @Test
  void successesDoNotCount() {
    String email = Shop.signedUp();
    for (int round = 0; round < 3; round++) {
      Shop.logIn(email, WRONG).then().statusCode(401);
      for (int time = 0; time < 3; time++) {
        Shop.logIn(email, Shop.PASSWORD).then().statusCode(200);
      }
    }
  }

  @Test
  void fiftyAtOnceTryNoMoreThanFive() throws Exception {
    String email = Shop.signedUp();

    List<Integer> statuses = atOnce(50, email);

    assertThat(statuses).containsOnly(401, 429);
    assertThat(statuses).filteredOn(status -> status == 401).hasSize(5);
  }

  private long keysInRedis() {
    return redis.execute("DBSIZE").toLong();
  }

  private static List<AnswerShape> tried(String email, int times) {
    return IntStream.range(0, times)
        .mapToObj(_ -> AnswerShape.of(Shop.logIn(email, WRONG)))
        .toList();
  }

  private static List<Integer> atOnce(int times, String email)
      throws InterruptedException, ExecutionException {
    // Not virtual threads: what reads the answers loads classes, which holds the few carriers.
    try (ExecutorService executor = Executors.newFixedThreadPool(times)) {
      List<Future<Response>> running = new ArrayList<>();
      for (int count = 0; count < times; count++) {
        running.add(executor.submit(() -> Shop.logIn(email, WRONG)));
      }
      List<Integer> statuses = new ArrayList<>();
      for (Future<Response> future : running) {
        statuses.add(future.get().statusCode());
      }
      return statuses;
    }
  }

  /** What the application does outside of tests. */
  public static final class StrictLimit implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("quartermaster.rate-limit.login", "5/15m");
    }
  }
}
