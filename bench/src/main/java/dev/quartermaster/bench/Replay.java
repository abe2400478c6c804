package dev.quartermaster.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Replays a real shop's invoices; see {@link ReplayOptions#HELP}. */
final class Replay {
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
        () -> {
          ReplayOptions options = ReplayOptions.parse(line, environment, root);
          return options.verify().isPresent()
              ? verify(options, options.verify().get(), screen)
              : replay(options, screen);
        });
  }

  private static boolean replay(ReplayOptions options, Screen screen) throws InterruptedException {
    Trade trade = Trade.read(options.catalogue(), options.orders());
    Optional<Journal> journal = options.journal().map(Journal::open);
    try (Server server = new Server(options.target(), screen)) {
      Clients clients = new Clients(server, options.clients(), screen);
      return new ReplayRun(shop(options, clients), clients, trade, screen)
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
      Findings findings = new JournalCheck(shop(options, clients), clients).check(journal);
      screen
          .out()
          .printf(
              "compared: %d orders, %d products%n",
              journal.size(), JournalCheck.products(journal).size());
      findings.print(screen.out(), "differences");
      return findings.isEmpty();
    }
  }

  private static Shop shop(ReplayOptions options, Clients clients) throws InterruptedException {
    Session admin = new Session(options.target().admin());
    admin.token(clients.any());
    return new Shop(admin);
  }
}
