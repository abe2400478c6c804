package dev.quartermaster.bootstrap.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database hangs, and comes back. */
class DatabaseGoneIT {
  @TempDir private Path home;

  @Test
  void whoNeedsItIsToldToComeBackAndAllIsWellWhenItIsBack() throws Exception {
    try (RunningNode node = RunningNode.start(home)) {
      Caller customer = Shop.newCustomer(node);
      String product = Shop.newProduct(Shop.administrator(node), 10);
      ProcessTree postgreSql = node.data().postgreSql();

      postgreSql.freeze();
      List<Answer> answers =
          AtOnce.send(
              List.of(
                  () -> Shop.order(customer, Shop.pieces(1, product), "one-key"),
                  () -> Shop.readStock(customer, product),
                  () -> Caller.anonymous(node).get("/health/ready")));
      assertUnavailable(answers.get(0));
      assertUnavailable(answers.get(1));
      answers.get(2).expecting(503);
      Caller.anonymous(node).get("/health/live").expecting(200);

      postgreSql.thaw();
      Polling.until(
          "a node that is ready again",
          () -> Caller.anonymous(node).get("/health/ready").status() == 200);
      Polling.until(
          "the order",
          () -> Shop.order(customer, Shop.pieces(1, product), "one-key").status() == 201);
      assertThat(Shop.stock(customer, product)).isEqualTo(new Shop.Stock(9, 1, 10));
    }
  }

  private static void assertUnavailable(Answer answer) {
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.json().getString("code")).isEqualTo("unavailable");
    assertThat(answer.header("Retry-After")).isPresent();
  }
}
