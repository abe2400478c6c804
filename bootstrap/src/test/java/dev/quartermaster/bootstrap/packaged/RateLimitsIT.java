package dev.quartermaster.bootstrap.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes on one Redis grant a client what one would, and go on without it. */
class RateLimitsIT {
  private static final int LIMIT = 40;
  private static final int FAILED_LOG_INS = 5;

  /** Small enough that no address of the load comes near the limit. */
  private static final int OF_EACH_ADDRESS = LIMIT / 4;

  private static final String PRODUCTS = "/api/v1/products";
  private static final String WRONG = "wrong-horse-battery";

  @TempDir private static Path home;
  private static RunningNode one;
  private static RunningNode other;

  @BeforeAll
  static void start() throws Exception {
    Map<String, String> settings =
        Map.of(
            "QUARTERMASTER_RATE_LIMIT_API",
            LIMIT + "/15m",
            "QUARTERMASTER_RATE_LIMIT_LOGIN",
            FAILED_LOG_INS + "/15m",
            "QUARTERMASTER_RATE_LIMIT_SIGNUP",
            "off",
            "QUARTERMASTER_TRUSTED_PROXIES",
            "127.0.0.1");
    one = RunningNode.start(home.resolve("one"), settings);
    other = another("other", settings);
  }

  @AfterAll
  static void end() throws Exception {
    for (RunningNode node : Stream.of(other, one).filter(Objects::nonNull).toList()) {
      node.close();
    }
  }

  @Test
  void aClientGetsTheLimitOverBothNodesAndOthersTheirs() throws Exception {
    Caller customer = Shop.newCustomer(one);
    Caller neighbour = Shop.newCustomer(other);

    List<Answer> answers = atBoth(LIMIT, customer);

    assertThat(granted(answers)).isEqualTo(LIMIT);
    assertThat(answers)
        .filteredOn(answer -> answer.status() != 200)
        .hasSize(LIMIT)
        .allSatisfy(RateLimitsIT::assertRefused);
    assertThat(Shop.me(neighbour.at(one)).expecting(200).header("RateLimit-Remaining"))
        .contains(Integer.toString(LIMIT - 1));
  }

  @Test
  void failedLogInsAreCountedOverBothNodes() throws Exception {
    String email = Shop.signUp(one);

    List<Answer> answers =
        atBoth(FAILED_LOG_INS, node -> logIn(node, "198.51.100.1", email, WRONG));

    assertThat(answers).filteredOn(answer -> answer.status() == 401).hasSize(FAILED_LOG_INS);
    assertThat(answers)
        .filteredOn(answer -> answer.status() != 401)
        .hasSize(FAILED_LOG_INS)
        .allSatisfy(
            refusal -> {
              assertThat(refusal.status()).isEqualTo(429);
              assertThat(refusal.json().getString("code")).isEqualTo("rate-limited");
              assertThat(refusal.header("Retry-After")).isPresent();
            });
  }

  @Test
  void logInsThatSucceedDoNotCount() throws Exception {
    String email = Shop.signUp(one);

    for (int time = 0; time < FAILED_LOG_INS; time++) {
      logIn(one, "198.51.100.2", email, Shop.PASSWORD).expecting(200);
      logIn(other, "198.51.100.2", email, Shop.PASSWORD).expecting(200);
    }

    for (int time = 0; time < FAILED_LOG_INS; time++) {
      logIn(time % 2 == 0 ? one : other, "198.51.100.2", email, WRONG).expecting(401);
    }
    logIn(one, "198.51.100.2", email, WRONG).expecting(429);
    logIn(other, "198.51.100.2", email, Shop.PASSWORD).expecting(429);
  }

  @Test
  void whoForgesAnAddressIsCountedAsBefore() throws Exception {
    // A window of another length is counted apart.
    try (RunningNode trustsNobody =
        another("trusts-nobody", Map.of("QUARTERMASTER_RATE_LIMIT_API", "10/16m"))) {
      List<Answer> forged = new ArrayList<>();
      for (int number = 0; number < 12; number++) {
        forged.add(from(trustsNobody, "203.0.113." + number));
      }

      assertThat(granted(forged)).isEqualTo(10);
      assertThat(forged.subList(10, 12)).allMatch(answer -> answer.status() == 429);
    }
    for (int number = 0; number < 12; number++) {
      assertThat(from(one, "203.0.113." + number).header("RateLimit-Remaining"))
          .contains(Integer.toString(LIMIT - 1));
    }
  }

  @Test
  void emptyLimitsAreTheUsualOnes() throws Exception {
    try (RunningNode usual =
        another(
            "usual",
            Map.of(
                "QUARTERMASTER_RATE_LIMIT_API", "",
                "QUARTERMASTER_RATE_LIMIT_LOGIN", "",
                "QUARTERMASTER_RATE_LIMIT_SIGNUP", "",
                "QUARTERMASTER_RATE_LIMIT_MAIL", "",
                "QUARTERMASTER_LOCKOUT_ACCOUNT", "",
                "QUARTERMASTER_TRUSTED_PROXIES", ""))) {
      assertThat(from(usual, "127.0.0.1").expecting(200).header("RateLimit-Policy"))
          .contains("100;w=900");
      String email = Shop.signUp(usual);
      for (int time = 0; time < FAILED_LOG_INS; time++) {
        logIn(usual, "127.0.0.1", email, WRONG).expecting(401);
      }
      logIn(usual, "127.0.0.1", email, WRONG).expecting(429);
    }
  }

  @Test
  void limitsHoldWhileRedisIsAwayAndAreCommonAgainWhenItIsBack() throws Exception {
    Caller customer = Shop.newCustomer(one);
    Caller exhausted = Shop.newCustomer(one);
    Caller newcomer = Shop.newCustomer(one);
    Caller latecomer = Shop.newCustomer(other);
    ProcessTree redis = one.data().redis();
    assertThat(granted(atBoth(LIMIT / 4, customer))).isEqualTo(LIMIT / 2);
    assertThat(granted(atBoth(LIMIT, exhausted))).isEqualTo(LIMIT);

    try (Load load = Load.start(number -> from(number % 2 == 0 ? one : other, address(number)))) {
      load.awaitMore(100);
      redis.freeze();
      try {
        awaitCounting("0");
        load.awaitMore(100);
        // Each node has refused it before.
        assertThat(granted(atBoth(LIMIT, exhausted))).isZero();
        assertThat(granted(atBoth(2 * LIMIT, newcomer))).isEqualTo(2 * LIMIT);
        // Each node knows at least of what itself was asked for.
        assertThat(granted(atBoth(2 * LIMIT, customer))).isBetween(LIMIT / 2, 2 * LIMIT);
      } finally {
        redis.thaw();
      }
      awaitCounting("1");
      load.awaitMore(100);
      assertThat(granted(atBoth(LIMIT, latecomer))).isEqualTo(LIMIT);
      assertThat(granted(atBoth(LIMIT, customer))).isEqualTo(LIMIT / 2);
      assertThat(granted(atBoth(LIMIT, exhausted))).isZero();

      // None of them ever came near the limit.
      assertThat(load.stop()).containsOnlyKeys(200);
    }
  }

  private static void assertRefused(Answer refusal) {
    assertThat(refusal.status()).isEqualTo(429);
    assertThat(refusal.json().getString("code")).isEqualTo("rate-limited");
    assertThat(refusal.header("RateLimit-Limit")).contains(Integer.toString(LIMIT));
    assertThat(refusal.header("RateLimit-Remaining")).contains("0");
    assertThat(refusal.header("RateLimit-Policy")).contains(LIMIT + ";w=900");
    assertThat(Integer.parseInt(refusal.header("RateLimit-Reset").orElseThrow())).isBetween(1, 900);
    assertThat(Integer.parseInt(refusal.header("Retry-After").orElseThrow())).isBetween(1, 900);
  }

  /** Waits until both nodes count together or alone. */
  private static void awaitCounting(String together) throws IOException {
    for (RunningNode node : List.of(one, other)) {
      Polling.until(
          "a node that says of the common count: " + together,
          () ->
              Caller.anonymous(node)
                  .get("/metrics")
                  .body()
                  .lines()
                  .anyMatch(
                      line ->
                          line.startsWith("quartermaster_rate_limit_shared")
                              && line.contains(" " + together)));
    }
  }

  /** Asks as the caller so many times at each node, all at once. */
  private static List<Answer> atBoth(int times, Caller caller) throws Exception {
    return atBoth(times, node -> Shop.me(caller.at(node)));
  }

  private static List<Answer> atBoth(int times, Request request) throws Exception {
    return AtOnce.send(
        IntStream.range(0, times)
            .boxed()
            .flatMap(
                _ ->
                    Stream.<Callable<Answer>>of(() -> request.send(one), () -> request.send(other)))
            .toList());
  }

  private static int granted(List<Answer> answers) {
    assertThat(answers).allMatch(answer -> answer.status() == 200 || answer.status() == 429);
    return (int) answers.stream().filter(answer -> answer.status() == 200).count();
  }

  private static Answer from(RunningNode node, String address) throws IOException {
    return Caller.anonymous(node).get(PRODUCTS, Map.of("X-Forwarded-For", address));
  }

  private static Answer logIn(RunningNode node, String address, String email, String password)
      throws IOException {
    return Shop.logIn(node, email, password, Map.of("X-Forwarded-For", address));
  }

  /** The address behind a request of the load. */
  private static String address(int number) {
    int client = number / OF_EACH_ADDRESS;
    return "10.7.%d.%d".formatted(client / 256, client % 256);
  }

  private static RunningNode another(String name, Map<String, String> settings) throws IOException {
    Map<String, String> all = new HashMap<>(one.data().settingsOfAnotherNode());
    all.putAll(settings);
    return RunningNode.start(home.resolve(name), all);
  }

  private interface Request {
    Answer send(RunningNode node) throws Exception;
  }
}
