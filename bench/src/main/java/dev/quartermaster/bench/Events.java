package dev.quartermaster.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Many events, told to a webhook while nodes die; see {@link EventsOptions#HELP}. */
final class Events {
  private static final int BATCH = 500;
  private static final int CLIENTS = 4;
  private static final Duration SPREAD_OF_FAULTS = Duration.ofMinutes(2);
  private static final Duration RECEIVER_STAYS = Duration.ofSeconds(12);
  private static final Duration RECEIVER_IS_AWAY = Duration.ofSeconds(3);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
  private static final Duration WITHOUT_PROGRESS = Duration.ofMinutes(3);

  private final EventsOptions options;
  private final Cluster cluster;
  private final Screen screen;
  private final Receiver receiver;

  private Events(EventsOptions options, Cluster cluster, Receiver receiver, Screen screen) {
    this.options = options;
    this.cluster = cluster;
    this.receiver = receiver;
    this.screen = screen;
  }

  public static void main(String[] line) throws InterruptedException {
    System.exit(
        run(List.of(line), Path.of(System.getProperty("bench.root", "")), Screen.ofProcess()));
  }

  static int run(List<String> line, Path root, Screen screen) throws InterruptedException {
    return Command.run(
        "events",
        EventsOptions.HELP,
        line,
        screen,
        () -> run(EventsOptions.parse(line), root, screen));
  }

  private static boolean run(EventsOptions options, Path root, Screen screen)
      throws InterruptedException {
    ScratchFolder folder = ScratchFolder.create("events");
    return folder.use(
        screen,
        () -> {
          screen.tell("events: starting PostgreSQL, Redis and " + options.nodes() + " nodes");
          Timeline timeline = new Timeline();
          try (Cluster cluster = Cluster.start(root, folder.path(), options.nodes(), timeline);
              Receiver receiver = new Receiver();
              Server server = new Server(cluster.target(), screen)) {
            return new Events(options, cluster, receiver, screen).happen(server, timeline);
          }
        });
  }

  private boolean happen(Server server, Timeline timeline) throws InterruptedException {
    Clients clients = new Clients(server, CLIENTS, screen);
    Session admin = new Session(cluster.target().admin());
    receiver.trust(secret(admin, clients.any()));
    Faults faults =
        new Faults(cluster, timeline, SPREAD_OF_FAULTS, options.betweenKills(), options.seed());
    ExecutorService staff = Executors.newVirtualThreadPerTaskExecutor();
    Future<?> comingAndGoing = Tasks.begin(staff, this::comeAndGo);
    faults.begin();
    long expected;
    try {
      expected = things(clients, admin);
      awaitTold(expected);
    } finally {
      faults.stop();
      staff.shutdownNow();
    }
    Tasks.await(comingAndGoing);
    cluster.fleet().awaitAll(Duration.ofMinutes(1));
    return isAllTold(expected, admin, clients.any(), faults);
  }

  private String secret(Session admin, Client client) throws InterruptedException {
    return admin
        .send(
            client,
            Call.post(
                "/webhooks", Map.of("url", receiver.address(), "eventTypes", List.of("product.*"))))
        .expect(201)
        .as(Webhook.class)
        .secret();
  }

  /** Creates products and edits each once. */
  private long things(Clients clients, Session admin) throws InterruptedException {
    int batches = Math.ceilDiv(options.events(), 2 * BATCH);
    List<Integer> numbers = IntStream.range(0, batches).boxed().toList();
    clients.forEach(
        "products",
        numbers,
        (client, number) -> edit(client, admin, create(client, admin, number)));
    return 2L * BATCH * batches;
  }

  private static List<String> create(Client client, Session admin, int batch)
      throws InterruptedException {
    List<Object> operations = new ArrayList<>();
    for (int number = batch * BATCH; number < (batch + 1) * BATCH; number++) {
      operations.add(
          Map.of(
              "op",
              "create",
              "product",
              new CatalogueItem("E-" + number, "lamp " + number, new Money(1_999, "EUR"))));
    }
    List<String> ids = new ArrayList<>();
    for (JsonNode result : apply(client, admin, operations)) {
      ids.add(result.path("product").path("id").asText());
    }
    return ids;
  }

  private static void edit(Client client, Session admin, List<String> ids)
      throws InterruptedException {
    List<Object> operations = new ArrayList<>();
    for (String id : ids) {
      operations.add(
          Map.of("op", "edit", "id", id, "ifMatch", "*", "changes", Map.of("name", "lantern")));
    }
    for (JsonNode result : apply(client, admin, operations)) {
      if (result.path("status").asInt() != 200) {
        throw new BenchFailed("a product was not edited: " + result);
      }
    }
  }

  private static JsonNode apply(Client client, Session admin, List<Object> operations)
      throws InterruptedException {
    return admin
        .send(client, Call.postOnce("/products/batch", Map.of("operations", operations)))
        .expect(200)
        .body()
        .path("results");
  }

  private void comeAndGo() {
    try {
      while (true) {
        Thread.sleep(RECEIVER_STAYS);
        receiver.leave();
        Thread.sleep(RECEIVER_IS_AWAY);
        receiver.comeBack();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits until all was told, or nothing more comes. */
  private void awaitTold(long expected) throws InterruptedException {
    long start = System.nanoTime();
    long last = start;
    long known = receiver.events();
    while (known < expected && System.nanoTime() - last < WITHOUT_PROGRESS.toNanos()) {
      Thread.sleep(BETWEEN_LOOKS);
      long now = receiver.events();
      if (now > known) {
        known = now;
        last = System.nanoTime();
      }
      screen.draw("the receiver was told of %d of %d events".formatted(known, expected));
    }
    screen.drawLast("the receiver was told of %d of %d events".formatted(known, expected));
  }

  private boolean isAllTold(long expected, Session admin, Client client, Faults faults)
      throws InterruptedException {
    Verification log =
        admin.send(client, Call.get("/events/verify")).expect(200).as(Verification.class);
    long told = receiver.events();
    screen
        .out()
        .printf(
            "%d events, of which the receiver was told %d by %d messages; nodes killed: %d%n"
                + "the log of events: head %d, %d places missing, %s%n",
            expected,
            told,
            receiver.messages(),
            faults.kills(),
            log.head(),
            log.missing(),
            log.complete() ? "complete" : "NOT complete");
    receiver.findings().print(screen.out(), "in disorder or not signed");
    return told == expected && log.complete() && receiver.findings().isEmpty();
  }

  /** What is known of the webhook. */
  record Webhook(String secret) {}

  /** What the server itself finds of its log. */
  record Verification(boolean complete, long missing, long head) {}
}
