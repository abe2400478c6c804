package dev.quartermaster.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Replays a real shop's invoices; see {@link ReplayOptions#HELP}. */
final class Replay {
  private static final Duration FIRE = Duration.ofMinutes(1);
  private static final Duration BETWEEN_KILLS = Duration.ofSeconds(5);

  private Replay() {}

  public static void main(String[] line) throws InterruptedException {
    System.exit(
        run(
            List.of(line),
            System.getenv(),
            Path.of(System.getProperty("bench.root", "")),
            Screen.ofProcess()));
  }

  static int run(List<String> line, Map<String, String> environment, Path root, Screen screen)
      throws InterruptedException {
    return Command.run(
        "replay",
        ReplayOptions.HELP,
        line,
        screen,
        () -> run(ReplayOptions.parse(line, environment, root), root, screen));
  }

  private static boolean run(ReplayOptions options, Path root, Screen screen)
      throws InterruptedException {
    if (options.verify().isPresent()) {
      return verify(options, options.verify().get(), screen);
    }
    return options.nodes().isPresent()
        ? replayUnderFire(options, options.nodes().get(), root, screen)
        : replay(options, options.target(), screen);
  }

  private static boolean replayUnderFire(ReplayOptions options, int nodes, Path root, Screen screen)
      throws InterruptedException {
    ScratchFolder folder = ScratchFolder.create("replay");
    return folder.use(
        screen,
        () -> {
          screen.tell("replay: starting PostgreSQL, Redis and " + nodes + " nodes");
          Timeline timeline = new Timeline();
          try (Cluster cluster = Cluster.start(root, folder.path(), nodes, timeline)) {
            Faults faults = new Faults(cluster, timeline, FIRE, BETWEEN_KILLS, System.nanoTime());
            faults.begin();
            boolean isRight;
            try {
              isRight = replay(options, cluster.target(), screen);
            } finally {
              faults.stop();
            }
            screen.out().println("nodes killed meanwhile: " + faults.kills());
            return isRight;
          }
        });
  }

  private static boolean replay(ReplayOptions options, Target target, Screen screen)
      throws InterruptedException {
    Trade trade = Trade.read(options.catalogue(), options.orders());
    Optional<Journal> journal = options.journal().map(Journal::open);
    try (Server server = new Server(target, screen)) {
      Clients clients = new Clients(server, options.clients(), screen);
      return new ReplayRun(shop(target, clients), clients, trade, screen)
          .run(journal, server.retries());
    } finally {
      journal.ifPresent(Journal::close);
    }
  }

  private static boolean verify(ReplayOptions options, Path journalFile, Screen screen)
      throws InterruptedException {
    List<PlacedOrder> journal = Ndjson.read(journalFile, PlacedOrder.class);
    try (Server server = new Server(options.target(), screen)) {
      Clients clients = new Clients(server, options.clients(), screen);
      Findings findings = new JournalCheck(shop(options.target(), clients), clients).check(journal);
      screen
          .out()
          .printf(
              "compared: %d orders, %d products%n",
              journal.size(), JournalCheck.products(journal).size());
      findings.print(screen.out(), "differences");
      return findings.isEmpty();
    }
  }

  private static Shop shop(Target target, Clients clients) throws InterruptedException {
    Session admin = new Session(target.admin());
    admin.token(clients.any());
    return new Shop(admin);
  }
}
