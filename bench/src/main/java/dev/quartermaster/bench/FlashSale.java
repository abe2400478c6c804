package dev.quartermaster.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

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
    ScratchFolder folder = ScratchFolder.create("flash-sale");
    return folder.use(
        screen,
        () -> {
          SaleResult result = hold(options, root, folder.path(), screen);
          SaleReport report = new SaleReport(options, result);
          screen.out().print(report.summary());
          options.report().ifPresent(report::write);
          return result.isKept();
        });
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
}
