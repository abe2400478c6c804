package dev.quartermaster.bootstrap.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process is told to stop while somebody waits for an answer. */
class StoppingIT {
  private static final int ENDED_BY_SIGTERM = 128 + 15;

  @TempDir private Path home;

  @Test
  void requestsInFlightAreAnsweredAndNothingIsLeftRunning() throws Exception {
    try (RunningNode node = RunningNode.start(home)) {
      Caller customer = Shop.newCustomer(node);
      String product = Shop.newProduct(Shop.administrator(node), 10);
      List<ProcessTree> servers = node.data().servers();
      assertThat(servers).hasSize(2);

      Answer order = stopWhileAnOrderIsInFlight(node, customer, Shop.pieces(3, product));

      assertThat(node.awaitEnd()).isIn(0, ENDED_BY_SIGTERM);
      assertThat(node.errors()).isEmpty();
      Polling.until(
          "the end of the servers", () -> servers.stream().noneMatch(ProcessTree::isAlive));
      assertThat(node.data().postgreSqlPidFile()).doesNotExist();
      assertThat(node.data().redisPidFile()).doesNotExist();

      try (RunningNode successor = RunningNode.start(home)) {
        Answer found =
            Shop.readOrder(customer.at(successor), order.json().getString("id")).expecting(200);
        assertThat(found.body()).isEqualTo(order.body());
        assertThat(Shop.stock(customer.at(successor), product)).isEqualTo(new Shop.Stock(7, 3, 10));
      }
    }
  }

  /** Keeps an order waiting by a lock of our own in the database, until the node is stopping. */
  private static Answer stopWhileAnOrderIsInFlight(RunningNode node, Caller customer, String body)
      throws Exception {
    try (Connection database = node.data().connect();
        Statement statement = database.createStatement();
        ExecutorService executor = Executors.newSingleThreadExecutor()) {
      database.setAutoCommit(false);
      statement.execute("LOCK TABLE stock_levels IN ACCESS EXCLUSIVE MODE");
      Future<Answer> order = executor.submit(() -> Shop.order(customer, body));
      Polling.until("an order that waits", () -> somebodyWaits(statement));

      node.terminate();
      Polling.until(
          "a node that is not ready",
          () -> Caller.anonymous(node).get("/health/ready").status() == 503);

      assertThat(order).isNotDone();
      database.rollback();
      return order.get().expecting(201);
    }
  }

  private static boolean somebodyWaits(Statement statement) throws SQLException {
    try (ResultSet waiting =
        statement.executeQuery("SELECT count(*) FROM pg_locks WHERE NOT granted")) {
      waiting.next();
      return waiting.getInt(1) > 0;
    }
  }
}
