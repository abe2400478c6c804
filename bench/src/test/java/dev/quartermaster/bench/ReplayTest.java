package dev.quartermaster.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.bench.StubShop.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayTest {
  @TempDir private Path folder;
  private final Output output = new Output();
  private Path catalogue;
  private Path orders;

  @BeforeEach
  void writeFiles() throws IOException {
    StringBuilder products = new StringBuilder();
    for (String sku : List.of("A", "B", "C", "D", "E")) {
      products.append(
          "{\"sku\":\"%s\",\"name\":\"Product\",\"price\":{\"amount\":21,\"currency\":\"GBP\"}}\n"
              .formatted(sku));
    }
    catalogue = Files.writeString(folder.resolve("catalogue.ndjson"), products);
    orders =
        Files.writeString(
            folder.resolve("orders.ndjson"),
            """
            {"invoice":"1","customer":"7","items":[{"sku":"A","quantity":2},{"sku":"B","quantity":3},{"sku":"A","quantity":1}]}
            {"invoice":"2","customer":null,"items":[{"sku":"A","quantity":1},{"sku":"D","quantity":4}]}
            {"invoice":"3","customer":"8","items":[{"sku":"B","quantity":6}]}
            {"invoice":"4","customer":null,"items":[{"sku":"E","quantity":1}]}
            {"invoice":"5","customer":"7","items":[{"sku":"D","quantity":2},{"sku":"E","quantity":9}]}
            """);
  }

  @Test
  void everyInvoiceBecomesAnOrder() throws Exception {
    try (StubShop shop = new StubShop()) {
      assertThat(replay(shop)).isZero();

      assertThat(shop.orderCount()).isEqualTo(5);
      assertThat(output.results())
          .contains("orders: 5 of 5 answered 201, ")
          .contains("latency: p50 ")
          .contains("refusals: none")
          .contains("retries: none")
          .contains("errors: 0")
          .contains("compared: 4 products, 5 orders")
          .contains("differences: 0");
      assertThat(output.messages()).contains("] 5/5 ");
    }
  }

  @Test
  void itRunsAgainOnTheSameDatabase() throws Exception {
    try (StubShop shop = new StubShop()) {
      assertThat(replay(shop)).isZero();
      assertThat(replay(shop)).isZero();

      assertThat(shop.orderCount()).isEqualTo(10);
    }
  }

  @Test
  void obstaclesAreOvercomeWithoutOrderingTwice() throws Exception {
    Set<String> met = ConcurrentHashMap.newKeySet();
    AtomicInteger kinds = new AtomicInteger();
    List<Outcome> obstacles =
        List.of(Outcome.UNAVAILABLE, Outcome.DROP_AFTERWARDS, Outcome.DROP, Outcome.BUSY);
    try (StubShop shop =
        new StubShop()
            .failing(
                (_, request) ->
                    met.add(request)
                        ? obstacles.get(kinds.getAndIncrement() % obstacles.size())
                        : Outcome.SERVE)) {
      assertThat(replay(shop)).isZero();

      assertThat(shop.orderCount()).isEqualTo(5);
      assertThat(output.results()).contains("connection: ").contains("503 unavailable: ");
    }
  }

  @Test
  void ordersOfAnEarlierRunMayExpireMeanwhile() throws Exception {
    try (StubShop shop = new StubShop()) {
      assertThat(replay(shop)).isZero();
      Set<String> met = ConcurrentHashMap.newKeySet();
      shop.failing(
          (_, request) -> {
            if (request.equals("POST /orders") && met.add(request)) {
              shop.expireEveryOrder();
            }
            return Outcome.SERVE;
          });

      assertThat(replay(shop)).isZero();

      assertThat(output.results())
          .contains("returned meanwhile by orders that ended unpaid: 29 pieces");
    }
  }

  @Test
  void aDoubleOrderIsADifference() throws Exception {
    Set<String> met = ConcurrentHashMap.newKeySet();
    try (StubShop shop =
        new StubShop()
            .forgettingKeys()
            .overselling()
            .failing(
                (_, request) ->
                    request.equals("POST /orders") && met.add(request)
                        ? Outcome.DROP_AFTERWARDS
                        : Outcome.SERVE)) {
      assertThat(replay(shop)).isEqualTo(1);

      assertThat(shop.orderCount()).isEqualTo(6);
      assertThat(output.results()).doesNotContain("differences: 0").contains(" is not ");
    }
  }

  @Test
  void stockThatFallsByMoreThanWasSoldIsADifference() throws Exception {
    try (StubShop shop = new StubShop().overselling().sellingPerPiece(2)) {
      assertThat(replay(shop)).isEqualTo(1);

      assertThat(output.results())
          .contains("differences: 4")
          .contains("  A: 0 before + 4 laid in + 0 returned - 4 sold is not -4");
    }
  }

  @Test
  void refusalsAndErrorsAreCountedAndFail() throws Exception {
    List<Outcome> outcomes = new ArrayList<>(List.of(Outcome.BROKEN, Outcome.BROKEN));
    try (StubShop shop =
        new StubShop()
            .sellingPerPiece(1_000)
            .failing(
                (_, request) -> {
                  synchronized (outcomes) {
                    return request.equals("POST /orders") && !outcomes.isEmpty()
                        ? outcomes.removeFirst()
                        : Outcome.SERVE;
                  }
                })) {
      assertThat(replay(shop, "--clients", "1")).isEqualTo(1);

      assertThat(output.results())
          .contains("refusals: 409 insufficient-stock: 1")
          .contains("errors: 2")
          .contains("  invoice 1: POST /orders answered 500 internal As told.");
    }
  }

  @Test
  void aServerThatDiesLeavesAJournal() throws Exception {
    Path journal = folder.resolve("journal");
    try (StubShop shop = new StubShop()) {
      shop.failing(
          (_, request) -> {
            boolean dead = shop.orderCount() == 3 && request.equals("POST /orders");
            return dead ? Outcome.DROP : Outcome.SERVE;
          });
      int exitCode =
          replay(
              shop, "--clients", "1", "--give-up-after", "200ms", "--journal", journal.toString());

      assertThat(exitCode).isEqualTo(1);
      assertThat(output.results()).contains("orders: 3 of 5 answered 201");
      assertThat(output.messages()).contains("replay: no answer for 200 ms from ");
      assertThat(journal).content().hasLineCount(3);

      shop.failing((_, _) -> Outcome.SERVE);
      assertThat(verify(shop, journal)).isZero();
      assertThat(output.results()).contains("compared: 3 orders, 3 products", "differences: 0");
    }
  }

  @Test
  void ordersThatExpiredAreNotLost() throws Exception {
    Path journal = folder.resolve("journal");
    try (StubShop shop = new StubShop()) {
      replay(shop, "--journal", journal.toString());
      shop.expireEveryOrder();

      assertThat(verify(shop, journal)).isZero();
    }
  }

  @Test
  void aLostOrderIsFound() throws Exception {
    Path journal = folder.resolve("journal");
    try (StubShop shop = new StubShop()) {
      replay(shop, "--journal", journal.toString());
      shop.loseAnOrder();

      assertThat(verify(shop, journal)).isEqualTo(1);
      assertThat(output.results()).contains("differences: 1\n  order ").contains(" is lost");
    }
  }

  @Test
  void aLedgerThatDoesNotAddUpIsFound() throws Exception {
    Path journal = folder.resolve("journal");
    try (StubShop shop = new StubShop()) {
      replay(shop, "--journal", journal.toString());
      shop.bendTheLedger();

      assertThat(verify(shop, journal)).isEqualTo(1);
      assertThat(output.results()).contains("but its ledger adds up to 0 and 0");
    }
  }

  @Test
  void aSenselessCommandLineEndsInOneLine() throws Exception {
    assertThat(Replay.run(List.of("--clients", "x"), Map.of(), folder, output.screen()))
        .isEqualTo(2);

    assertThat(output.messages())
        .isEqualToNormalizingNewlines(
            "replay: --clients must be a whole number from 1 to 10000, not \"x\"\n");
  }

  @Test
  void helpIsAResult() throws Exception {
    assertThat(Replay.run(List.of("--help"), Map.of(), folder, output.screen())).isZero();

    assertThat(output.results()).startsWith("usage: bench/replay ").contains("--address URL");
  }

  private int replay(StubShop shop, String... more) throws InterruptedException {
    List<String> line = new ArrayList<>(List.of("--address", shop.address()));
    line.addAll(List.of(more));
    line.addAll(List.of(catalogue.toString(), orders.toString()));
    return Replay.run(line, Map.of(), folder, output.screen());
  }

  private int verify(StubShop shop, Path journal) throws InterruptedException {
    return Replay.run(
        List.of("--address", shop.address(), "--verify", journal.toString()),
        Map.of(),
        folder,
        output.screen());
  }
}
