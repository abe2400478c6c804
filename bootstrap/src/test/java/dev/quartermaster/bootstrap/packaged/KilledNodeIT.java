package dev.quartermaster.bootstrap.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.bootstrap.endtoend.EventReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Orders are being placed, and the process is killed. */
class KilledNodeIT {
  private static final int CLIENTS = 8;
  private static final int ANSWERS_BEFORE_THE_KILL = 100;

  @TempDir private Path home;

  @Test
  void whatWasAnsweredIsThereAndWhatWasNotCanBeRepeated() throws Exception {
    try (RunningNode killed = RunningNode.start(home)) {
      Caller administrator = Shop.administrator(killed);
      Caller customer = Shop.newCustomer(killed);
      String one = Shop.newProduct(administrator, 100_000);
      String other = Shop.newProduct(administrator, 100_000);

      EventReader stream = follow(administrator, Map.of());
      List<Placing> placings = killWhileOrdersArePlaced(killed, customer, one, other);
      assertThat(stream.endsWell()).isFalse();

      try (RunningNode successor = RunningNode.start(home)) {
        assertAnsweredOrdersAreThere(customer.at(successor), placings);
        assertUnansweredOrdersCanBeRepeated(customer.at(successor), placings);
        assertAccountsAgree(customer.at(successor), administrator.at(successor), one);
        assertAccountsAgree(customer.at(successor), administrator.at(successor), other);
        assertEachOrderWasToldOnce(
            stream.eventsSoFar(), administrator.at(successor), customer.at(successor));
      }
    }
  }

  private static EventReader follow(Caller staff, Map<String, String> headers) {
    Map<String, String> all = new HashMap<>(headers);
    all.put("Authorization", "Bearer " + staff.token());
    return EventReader.open(staff.node().resolve("/api/v1/events?type=order.placed"), all);
  }

  /** Who followed the orders at the killed node goes on at the next one. */
  private static void assertEachOrderWasToldOnce(
      List<EventReader.Event> heard, Caller staff, Caller customer) throws IOException {
    List<String> orders = Shop.pendingOrderIds(customer);
    assertThat(heard).isNotEmpty();
    try (EventReader stream = follow(staff, Map.of("Last-Event-ID", heard.getLast().id()))) {
      List<EventReader.Event> all = new ArrayList<>(heard);
      all.addAll(stream.events(orders.size() - heard.size()));
      assertThat(all)
          .extracting(event -> event.json().getJsonObject("data").getString("id"))
          .containsExactlyInAnyOrderElementsOf(orders);
      assertThat(all).extracting(event -> Long.parseLong(event.id())).isSorted();
    }
  }

  private static List<Placing> killWhileOrdersArePlaced(
      RunningNode node, Caller customer, String one, String other) throws Exception {
    CountDownLatch answers = new CountDownLatch(ANSWERS_BEFORE_THE_KILL);
    try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
      List<Future<Placing>> running = new ArrayList<>();
      for (int client = 1; client <= CLIENTS; client++) {
        String body = Shop.pieces(client, one, other);
        running.add(clients.submit(() -> placeUntilNobodyAnswers(customer, body, answers)));
      }
      awaitThenKill(answers, node);
      List<Placing> placings = new ArrayList<>();
      for (Future<Placing> each : running) {
        placings.add(each.get());
      }
      return placings;
    }
  }

  private static void awaitThenKill(CountDownLatch answers, RunningNode node)
      throws InterruptedException {
    try {
      assertThat(answers.await(2, TimeUnit.MINUTES)).isTrue();
    } finally {
      node.kill();
    }
  }

  private static Placing placeUntilNobodyAnswers(
      Caller customer, String body, CountDownLatch answers) {
    List<Answer> answered = new ArrayList<>();
    while (true) {
      String key = UUID.randomUUID().toString();
      try {
        answered.add(Shop.order(customer, body, key).expecting(201));
        answers.countDown();
      } catch (IOException nobodyAnswers) {
        return new Placing(body, answered, key);
      }
    }
  }

  private static void assertAnsweredOrdersAreThere(Caller customer, List<Placing> placings)
      throws IOException {
    for (Placing placing : placings) {
      for (Answer answered : placing.answered()) {
        Answer found = Shop.readOrder(customer, answered.json().getString("id")).expecting(200);
        assertThat(found.body()).isEqualTo(answered.body());
      }
    }
  }

  private static void assertUnansweredOrdersCanBeRepeated(Caller customer, List<Placing> placings)
      throws IOException {
    int orders = 0;
    for (Placing placing : placings) {
      Answer first = Shop.order(customer, placing.body(), placing.unanswered()).expecting(201);
      Answer second = Shop.order(customer, placing.body(), placing.unanswered()).expecting(201);
      assertThat(second.header("Idempotency-Replayed")).contains("true");
      assertThat(second.body()).isEqualTo(first.body());
      orders += placing.answered().size() + 1;
    }
    assertThat(Shop.pendingOrders(customer)).hasSize(orders);
  }

  private static void assertAccountsAgree(Caller customer, Caller administrator, String product)
      throws IOException {
    Shop.Stock stock = Shop.stock(customer, product);
    assertThat(Shop.ledger(administrator, product)).isEqualTo(stock);
    assertThat(Shop.heldPieces(customer, product)).isEqualTo(stock.reserved());
  }

  /**
   * What one client saw.
   *
   * @param body what it ordered again and again
   * @param answered the answers it got
   * @param unanswered the key of the request that got none
   */
  private record Placing(String body, List<Answer> answered, String unanswered) {}
}
