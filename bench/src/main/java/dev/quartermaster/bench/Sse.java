package dev.quartermaster.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** Many who listen to one node; see {@link SseOptions#HELP}. */
final class Sse {
  private static final String PATH = "/api/v1/events?type=order.placed";
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** Longer than a heartbeat, so that all have had one. */
  private static final Duration IDLE = Duration.ofSeconds(20);

  private final SseOptions options;
  private final Clients clients;
  private final Session admin;
  private final Shop shop;
  private final Screen screen;

  private Sse(SseOptions options, Clients clients, Session admin, Screen screen) {
    this.options = options;
    this.clients = clients;
    this.admin = admin;
    this.shop = new Shop(admin);
    this.screen = screen;
  }

  public static void main(String[] line) throws InterruptedException {
    System.exit(run(List.of(line), System.getenv(), Screen.ofProcess()));
  }

  static int run(List<String> line, Map<String, String> environment, Screen screen)
      throws InterruptedException {
    return Command.run(
        "sse",
        SseOptions.HELP,
        line,
        screen,
        () -> run(SseOptions.parse(line, environment), screen));
  }

  private static boolean run(SseOptions options, Screen screen) throws InterruptedException {
    try (Server server = new Server(options.target(), screen)) {
      Session admin = new Session(options.target().admin());
      Clients clients = new Clients(server, 4, screen);
      return new Sse(options, clients, admin, screen).isEveryoneTold();
    }
  }

  private boolean isEveryoneTold() throws InterruptedException {
    tellMemory("before");
    List<String> tokens = staff();
    List<PlacedOrder.Line> onePiece = List.of(new PlacedOrder.Line(newProduct(), 1));
    URI node = options.target().addresses().getFirst();
    try (Listeners listeners = Listeners.open(node, PATH, tokens, options.clients())) {
      listeners.awaitOpen(PATIENCE);
      screen.out().println(options.clients() + " clients listen");
      Thread.sleep(IDLE);
      tellMemory("with all of them idle");
      for (int number = 0; number < options.events(); number++) {
        admin.send(clients.any(), Shop.placing(onePiece)).expect(201);
        Thread.sleep(PAUSE);
      }
      listeners.awaitEvents((long) options.events() * options.clients(), PATIENCE);
      tellMemory("after " + options.events() + " events to each");
      return tell(listeners);
    }
  }

  private boolean tell(Listeners listeners) {
    Latencies latencies = new Latencies(listeners.latencies());
    screen
        .out()
        .printf(
            "from order to client: p50 %d ms, p99 %d ms, most %d ms%n",
            latencies.percentile(50).toMillis(),
            latencies.percentile(99).toMillis(),
            latencies.percentile(100).toMillis());
    long told = listeners.latencies().size();
    boolean right =
        told == (long) options.events() * options.clients()
            && listeners.ended() == 0
            && listeners.outOfOrder() == 0;
    screen
        .out()
        .printf(
            "%d events told, %d connections lost, %d events out of order: %s%n",
            told, listeners.ended(), listeners.outOfOrder(), right ? "right" : "WRONG");
    return right;
  }

  /** Accounts that may follow all orders, by their tokens. */
  private List<String> staff() throws InterruptedException {
    List<String> names =
        IntStream.range(0, options.accounts()).mapToObj(number -> "sse-" + number).toList();
    List<Session> accounts = List.copyOf(new Customers().signUp(clients, names).values());
    List<String> tokens = new ArrayList<>();
    for (Session account : accounts) {
      String id =
          account
              .send(clients.any(), Call.get("/users/me"))
              .expect(200)
              .body()
              .path("id")
              .textValue();
      admin
          .send(
              clients.any(), Call.put("/users/" + id + "/roles", Map.of("roles", List.of("staff"))))
          .expect(200);
      tokens.add(account.token(clients.any()));
    }
    return tokens;
  }

  private String newProduct() throws InterruptedException {
    String productId =
        shop.create(
            clients.any(),
            new CatalogueItem("SSE-" + UUID.randomUUID(), "Told of", new Money(1_999, "GBP")));
    shop.layIn(clients.any(), productId, options.events());
    return productId;
  }

  private void tellMemory(String when) {
    if (options.pid().isEmpty()) {
      return;
    }
    Path status = Path.of("/proc/" + options.pid().getAsInt() + "/status");
    try {
      Files.readAllLines(status).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .map(line -> Integer.parseInt(line.replaceAll("\\D", "")) / 1_024)
          .forEach(mebibytes -> screen.out().println("memory " + when + ": " + mebibytes + " MiB"));
    } catch (IOException unreadable) {
      throw new BenchFailed("no process " + options.pid().getAsInt() + " to look at");
    }
  }
}
