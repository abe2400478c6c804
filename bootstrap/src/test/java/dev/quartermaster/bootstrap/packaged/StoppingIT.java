package dev.quartermaster.bootstrap.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.bootstrap.endtoend.EventReader;
import dev.quartermaster.bootstrap.endtoend.SocketClient;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process is told to stop while some wait for an answer, and some of those for their turn. */
class StoppingIT {
  private static final int ENDED_BY_SIGTERM = 128 + 15;

  private static final int GOING_AWAY = 1001;

  /** More than are worked on at the same time. */
  private static final int ORDERS = 5;

  @TempDir private Path home;

  @Test
  void requestsInFlightAreAnsweredWhoListensIsSentAwayAndNothingIsLeftRunning() throws Exception {
    try (RunningNode node = RunningNode.start(home)) {
      Caller customer = Shop.newCustomer(node);
      String product = Shop.newProduct(Shop.administrator(node), 10);
      List<ProcessTree> servers = node.data().servers();
      assertThat(servers).hasSize(2);

      Map<String, String> proof = Map.of("Authorization", "Bearer " + customer.token());
      String followed =
          Shop.order(customer, Shop.pieces(1, product)).expecting(201).json().getString("id");
      EventReader stream =
          EventReader.open(node.address().resolve("/api/v1/orders/" + followed + "/events"), proof);
      SocketClient socket =
          SocketClient.connect(URI.create("ws://" + node.address().getAuthority() + "/ws"), proof);
      stream.events(1);
      socket.subscribe("order/" + followed).heard(2);

      List<Answer> orders = stopWhileOrdersAreInFlight(node, customer, Shop.pieces(1, product));

      assertThat(stream.endsWell()).isTrue();
      assertThat(socket.closeCode()).isEqualTo(GOING_AWAY);
      assertThat(node.awaitEnd()).isIn(0, ENDED_BY_SIGTERM);
      assertThat(node.errors()).isEmpty();
      Polling.until(
          "the end of the servers", () -> servers.stream().noneMatch(ProcessTree::isAlive));
      assertThat(node.data().postgreSqlPidFile()).doesNotExist();
      assertThat(node.data().redisPidFile()).doesNotExist();

      try (RunningNode successor = RunningNode.start(home)) {
        for (Answer order : orders) {
          Answer found =
              Shop.readOrder(customer.at(successor), order.json().getString("id")).expecting(200);
          assertThat(found.body()).isEqualTo(order.body());
        }
        assertThat(Shop.stock(customer.at(successor), product))
            .isEqualTo(new Shop.Stock(9 - ORDERS, ORDERS + 1, 10));
      }
    }
  }

  /** Keeps orders waiting by a lock of our own in the database, until the node is stopping. */
  private static List<Answer> stopWhileOrdersAreInFlight(
      RunningNode node, Caller customer, String body) throws Exception {
    try (Connection database = node.data().connect();
        Statement statement = database.createStatement();
        ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      database.setAutoCommit(false);
      statement.execute("LOCK TABLE stock_levels IN ACCESS EXCLUSIVE MODE");
      List<Future<Answer>> orders =
          Stream.generate(() -> executor.submit(() -> Shop.order(customer, body)))
              .limit(ORDERS)
              .toList();
      Polling.until("an order that waits", () -> somebodyWaits(statement));
      Polling.until("all the others", () -> active(node) > ORDERS);

      node.terminate();
      Polling.until(
          "a node that is not ready",
          () -> Caller.anonymous(node).get("/health/ready").status() == 503);

      assertThat(orders).noneMatch(Future::isDone);
      database.rollback();
      List<Answer> answers = new ArrayList<>();
      for (Future<Answer> order : orders) {
        answers.add(order.get().expecting(201));
      }
      return answers;
    }
  }

  /** How many requests the node has not answered yet, this one among them. */
  private static double active(RunningNode node) throws IOException {
    return Caller.anonymous(node)
        .get("/metrics")
        .body()
        .lines()
        .filter(line -> line.startsWith("http_server_active_requests"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .sum();
  }

  private static boolean somebodyWaits(Statement statement) throws SQLException {
    try (ResultSet waiting =
        statement.executeQuery("SELECT count(*) FROM pg_locks WHERE NOT granted")) {
      waiting.next();
      return waiting.getInt(1) > 0;
    }
  }
}
