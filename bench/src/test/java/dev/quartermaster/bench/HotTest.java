package dev.quartermaster.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.bench.StubShop.Outcome;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class HotTest {
  private final Output output = new Output();

  @Test
  void exactlyTheStockIsSold() throws Exception {
    try (StubShop shop = new StubShop()) {
      assertThat(hot(shop)).isZero();

      assertThat(output.results())
          .contains("40 orders at once for 15 pieces: right")
          .contains("answers: 201: 15, 409 insufficient-stock: 25")
          .contains("stock left: 0")
          .contains("one Idempotency-Key 50 times at once: right")
          .contains("orders: 1, ids answered: 1");
    }
  }

  @Test
  void enoughForAllIsRightToo() throws Exception {
    try (StubShop shop = new StubShop()) {
      int exitCode =
          Hot.run(
              List.of("--address", shop.address(), "--orders", "5", "--stock", "9"),
              Map.of(),
              output.screen());

      assertThat(exitCode).isZero();
      assertThat(output.results()).contains("answers: 201: 5\n").contains("stock left: 4");
    }
  }

  @Test
  void twinsInFlightAreAskedAgain() throws Exception {
    AtomicInteger orders = new AtomicInteger();
    try (StubShop shop =
        new StubShop()
            .failing(
                (_, request) -> {
                  boolean twin = request.equals("POST /orders") && orders.incrementAndGet() > 80;
                  return twin && orders.get() < 90 ? Outcome.BUSY : Outcome.SERVE;
                })) {
      assertThat(hot(shop)).isZero();

      assertThat(output.results())
          .contains("409 idempotency-in-progress: ")
          .contains("orders: 1, ids answered: 1");
    }
  }

  @Test
  void oversellingIsWrong() throws Exception {
    try (StubShop shop = new StubShop().overselling()) {
      assertThat(hot(shop)).isEqualTo(1);

      assertThat(output.results())
          .contains("40 orders at once for 15 pieces: WRONG")
          .contains("answers: 201: 40")
          .contains("stock left: -25");
    }
  }

  @Test
  void severalOrdersForOneKeyAreWrong() throws Exception {
    try (StubShop shop = new StubShop().forgettingKeys()) {
      assertThat(hot(shop)).isEqualTo(1);

      assertThat(output.results())
          .contains("one Idempotency-Key 50 times at once: WRONG")
          .contains("orders: 50, ids answered: 50");
    }
  }

  private int hot(StubShop shop) throws InterruptedException {
    return Hot.run(
        List.of("--address", shop.address(), "--orders", "40", "--stock", "15"),
        Map.of(),
        output.screen());
  }
}
