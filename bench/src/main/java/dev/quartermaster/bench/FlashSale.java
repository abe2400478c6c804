package dev.quartermaster.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A flash sale under fire; see {@link FlashSaleOptions#HELP}. */
final class FlashSale {
  private static final Duration LONGEST = Duration.ofMinutes(5).minusSeconds(5);

  private FlashSale() {}

  public static void main(String[] line) throws InterruptedException {
    Screen screen = Screen.ofProcess();
    Thread.ofVirtual().start(() -> endInTime(screen));
    System.exit(run(List.of(line), Path.of(System.getProperty("bench.root", "")), screen));
  }

  static int run(List<String> line, Path root, Screen screen) throws InterruptedException {
    return Command.run(
        "flash-sale",
        FlashSaleOptions.HELP,
        line,
        screen,
        () -> run(FlashSaleOptions.parse(line), root, screen));
  }

  private static boolean run(FlashSaleOptions options, Path root, Screen screen)
      throws InterruptedException {
    Path folder = temporaryFolder();
    boolean kept = false;
    try {
      SaleResult result = hold(options, root, folder, screen);
      SaleReport report = new SaleReport(options, result);
      screen.out().print(report.summary());
      options.report().ifPresent(report::write);
      kept = result.isKept();
      return kept;
    } finally {
      if (kept) {
        delete(folder);
      } else {
        screen.tell("flash-sale: the nodes' logs are in " + folder);
      }
    }
  }

  private static SaleResult hold(FlashSaleOptions options, Path root, Path folder, Screen screen)
      throws InterruptedException {
    screen.tell("flash-sale: starting PostgreSQL, Redis and " + options.nodes() + " nodes");
    Timeline timeline = new Timeline();
    try (Cluster cluster = Cluster.start(root, folder, options.nodes(), timeline);
        Server server = new Server(cluster.target(), screen)) {
      return new Sale(options, cluster, server, timeline, screen).hold();
    }
  }

  /** The promise to end holds for whatever hangs, too. */
  private static void endInTime(Screen screen) {
    try {
      Thread.sleep(LONGEST);
    } catch (InterruptedException _) {
      return;
    }
    screen.tell("flash-sale: not over after " + Target.text(LONGEST));
    System.exit(1);
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("flash-sale-");
    } catch (IOException failure) {
      throw new BenchFailed("there is no room for the data: " + failure);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException | UncheckedIOException failure) {
      throw new BenchFailed(folder + " can't be deleted: " + failure);
    }
  }
}
