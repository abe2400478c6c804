package dev.quartermaster.bench;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/** A rush on one product, and one order sent many times over; see {@link HotOptions#HELP}. */
final class Hot {
  private static final int CUSTOMERS = 8;
  private static final int REPETITIONS = 50;

  private final Server server;
  private final Clients clients;
  private final Shop shop;
  private final Screen screen;

  private Hot(Server server, Clients clients, Shop shop, Screen screen) {
    this.server = server;
    this.clients = clients;
    this.shop = shop;
    this.screen = screen;
  }

  public static void main(String[] line) throws InterruptedException {
    System.exit(run(List.of(line), System.getenv(), Screen.ofProcess()));
  }

  static int run(List<String> line, Map<String, String> environment, Screen screen)
      throws InterruptedException {
    return Command.run(
        "hot",
        HotOptions.HELP,
        line,
        screen,
        () -> run(HotOptions.parse(line, environment), screen));
  }

  private static boolean run(HotOptions options, Screen screen) throws InterruptedException {
    try (Server server = new Server(options.target(), screen)) {
      Clients clients = new Clients(server, CUSTOMERS, screen);
      Session admin = new Session(options.target().admin());
      admin.token(clients.any());
      Hot hot = new Hot(server, clients, new Shop(admin), screen);
      boolean sold = hot.sellsWhatThereIs(options.orders(), options.stock());
      boolean once = hot.placesOnce();
      screen.out().println("retries: " + server.retries());
      return sold && once;
    }
  }

  private boolean sellsWhatThereIs(int orders, int stock) throws InterruptedException {
    List<Session> customers = customers(CUSTOMERS);
    List<PlacedOrder.Line> onePiece = onePieceOf(newProduct(stock));
    String productId = onePiece.getFirst().productId();
    Tally outcomes = new Tally();
    Rush.of(
            server,
            orders,
            (client, number) ->
                customers.get(number % CUSTOMERS).send(client, Shop.placing(onePiece)))
        .forEach(answer -> outcomes.count(answer.outcome()));
    long left = shop.stock(clients.any(), productId).available();

    long sold = Math.min(orders, stock);
    Map<String, Long> expected = new HashMap<>(Map.of("201", sold));
    if (orders > stock) {
      expected.put("409 insufficient-stock", (long) orders - stock);
    }
    boolean right = outcomes.counts().equals(expected) && left == stock - sold;
    print(orders + " orders at once for " + stock + " pieces", outcomes, left, right);
    return right;
  }

  private boolean placesOnce() throws InterruptedException {
    Session customer = customers(1).getFirst();
    List<PlacedOrder.Line> onePiece = onePieceOf(newProduct(REPETITIONS));
    String productId = onePiece.getFirst().productId();
    Call placing = Shop.placing(onePiece).by(customer.token(clients.any()));
    Tally outcomes = new Tally();
    Set<String> orderIds = new HashSet<>();
    for (Answer first : Rush.of(server, REPETITIONS, (client, _) -> client.firstAnswer(placing))) {
      outcomes.count(first.outcome());
      Answer last = first.isPassing() ? clients.any().send(placing) : first;
      orderIds.add(last.expect(201).as(PlacedOrder.class).id());
    }
    int kept = shop.orders(clients.any(), customer).size();
    long left = shop.stock(clients.any(), productId).available();

    boolean right = orderIds.size() == 1 && kept == 1 && left == REPETITIONS - 1;
    print("one Idempotency-Key " + REPETITIONS + " times at once", outcomes, left, right);
    screen.out().println("  orders: " + kept + ", ids answered: " + orderIds.size());
    return right;
  }

  private List<Session> customers(int count) throws InterruptedException {
    List<String> names = IntStream.range(0, count).mapToObj(number -> "hot-" + number).toList();
    return List.copyOf(new Customers().signUp(clients, names).values());
  }

  private static List<PlacedOrder.Line> onePieceOf(String productId) {
    return List.of(new PlacedOrder.Line(productId, 1));
  }

  private String newProduct(int stock) throws InterruptedException {
    String productId =
        shop.create(
            clients.any(),
            new CatalogueItem(
                "HOT-" + UUID.randomUUID(), "A product in demand", new Money(1_999, "GBP")));
    shop.layIn(clients.any(), productId, stock);
    return productId;
  }

  private void print(String what, Tally outcomes, long left, boolean right) {
    screen.out().println(what + ": " + (right ? "right" : "WRONG"));
    screen.out().println("  answers: " + outcomes);
    screen.out().println("  stock left: " + left);
  }
}
