package dev.quartermaster.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.quartermaster.bench.StubShop.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientTest {
  private static final Call SIGN_UP =
      Call.post("/users", Map.of("email", "ada@example.com", "password", "something rare"));

  private final Output output = new Output();

  @ParameterizedTest
  @CsvSource({
    "UNAVAILABLE, 503 unavailable: 2",
    "BUSY, 409 idempotency-in-progress: 2",
    "LIMITED, 429 rate-limited: 2",
    "DROP, connection: 2"
  })
  void whatPassesIsWaitedFor(Outcome obstacle, String retries) throws Exception {
    try (StubShop shop = new StubShop().failing((n, _) -> n <= 2 ? obstacle : Outcome.SERVE);
        Server server = server(Duration.ofSeconds(10), shop.address())) {
      assertThat(server.client(0).send(SIGN_UP).status()).isEqualTo(201);
      assertThat(server.retries()).hasToString(retries);
    }
  }

  @Test
  void theRateLimitIsToldOnce() throws Exception {
    try (StubShop shop =
            new StubShop().failing((n, _) -> n <= 3 ? Outcome.LIMITED : Outcome.SERVE);
        Server server = server(Duration.ofSeconds(10), shop.address())) {
      server.client(0).send(SIGN_UP);

      assertThat(output.messages().lines())
          .containsExactly(
              "rate limited: waiting 0 s as told; for a load test, start the server with"
                  + " QUARTERMASTER_RATE_LIMIT_API=off");
    }
  }

  @Test
  void anErrorOfTheServerIsFinal() throws Exception {
    try (StubShop shop = new StubShop().failing((_, _) -> Outcome.BROKEN);
        Server server = server(Duration.ofSeconds(10), shop.address())) {
      assertThat(server.client(0).send(SIGN_UP).outcome()).isEqualTo("500 internal");
    }
  }

  @Test
  void anotherNodeTakesOverFromADeadOne() throws Exception {
    try (StubShop shop = new StubShop();
        Server server = server(Duration.ofSeconds(10), deadAddress(), shop.address())) {
      assertThat(server.client(0).send(SIGN_UP).status()).isEqualTo(201);
    }
  }

  @Test
  void aDeadServerEndsTheRun() throws Exception {
    String address = deadAddress();
    try (Server server = server(Duration.ofMillis(200), address)) {
      assertThatExceptionOfType(ServerGone.class)
          .isThrownBy(() -> server.client(0).send(SIGN_UP))
          .withMessageStartingWith("no answer for 200 ms from " + address + " (");
    }
  }

  @Test
  void aTokenThatHasRunOutIsRenewed() throws Exception {
    try (StubShop shop = new StubShop();
        Server server = server(Duration.ofSeconds(10), shop.address())) {
      Session admin = new Session(new Account(StubShop.ADMIN, "quartermaster-dev"));
      Client client = server.client(0);
      admin.token(client);
      shop.dropTokens();

      assertThat(admin.send(client, Call.get("/products?after=")).status()).isEqualTo(200);
    }
  }

  @Test
  void aWrongPasswordIsNamed() throws Exception {
    try (StubShop shop = new StubShop();
        Server server = server(Duration.ofSeconds(10), shop.address())) {
      assertThatExceptionOfType(BenchFailed.class)
          .isThrownBy(() -> new Session(new Account("eve@b", "guess")).token(server.client(0)))
          .withMessage("the server does not accept the log-in of eve@b");
    }
  }

  private Server server(Duration giveUpAfter, String... addresses) {
    return new Server(
        new Target(
            Stream.of(addresses).map(URI::create).toList(),
            new Account("a@b", "secret"),
            giveUpAfter),
        output.screen());
  }

  private static String deadAddress() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return "http://localhost:" + socket.getLocalPort();
    }
  }
}
