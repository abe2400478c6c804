package dev.quartermaster.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Many jobs under fire; see {@link JobsOptions#HELP}. */
final class Jobs {
  private static final Duration PATIENCE = Duration.ofMinutes(20);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

  private final JobsOptions options;
  private final Cluster cluster;
  private final Clients clients;
  private final Session admin;
  private final Screen screen;
  private final JobBooks books;
  private final Findings stuck = new Findings();

  private Jobs(JobsOptions options, Cluster cluster, Server server, Screen screen) {
    this.options = options;
    this.cluster = cluster;
    this.clients = new Clients(server, options.clients(), screen);
    this.admin = new Session(cluster.target().admin());
    this.screen = screen;
    this.books = new JobBooks(cluster.neighbours());
  }

  public static void main(String[] line) throws InterruptedException {
    System.exit(
        run(List.of(line), Path.of(System.getProperty("bench.root", "")), Screen.ofProcess()));
  }

  static int run(List<String> line, Path root, Screen screen) throws InterruptedException {
    return Command.run(
        "jobs", JobsOptions.HELP, line, screen, () -> run(JobsOptions.parse(line), root, screen));
  }

  private static boolean run(JobsOptions options, Path root, Screen screen)
      throws InterruptedException {
    ScratchFolder folder = ScratchFolder.create("jobs");
    return folder.use(screen, () -> hold(options, root, folder.path(), screen));
  }

  private static boolean hold(JobsOptions options, Path root, Path folder, Screen screen)
      throws InterruptedException {
    screen.tell("jobs: starting PostgreSQL, Redis and " + options.nodes() + " nodes");
    try (Cluster cluster = Cluster.start(root, folder, options.nodes(), new Timeline());
        Server server = new Server(cluster.target(), screen)) {
      return new Jobs(options, cluster, server, screen).hold();
    }
  }

  private boolean hold() throws InterruptedException {
    long start = System.nanoTime();
    Kills kills = new Kills(cluster.fleet(), options.betweenKills(), options.seed());
    kills.begin();
    clients.forEach(
        "jobs asked for", IntStream.range(0, options.jobs()).boxed().toList(), this::ask);
    long asked = System.nanoTime();
    awaitEnd(start);
    long ended = System.nanoTime();
    kills.stop();
    Map<String, List<String>> breaches = books.breaches(options.jobs());
    screen
        .out()
        .printf(
            "%d jobs on %d nodes: asked for in %d s, done after %d s (%.0f/s); %d kills, seed %d%n",
            options.jobs(),
            options.nodes(),
            seconds(start, asked),
            seconds(start, ended),
            options.jobs() * 1e9 / (ended - start),
            kills.count(),
            options.seed());
    screen
        .out()
        .printf(
            "longest from beginning to end: %.1f s; a lease has %d s%n",
            books.longest(), JobBooks.LEASE.toSeconds());
    breaches.forEach((claim, found) -> print(claim, found));
    stuck.print(screen.out(), "stood still longer than a lease");
    return stuck.isEmpty() && breaches.values().stream().allMatch(List::isEmpty);
  }

  /** Two products that nobody else asks for. */
  private void ask(Client client, int number) throws InterruptedException {
    Call call =
        Call.postLinesOnce("/products/import", List.of(product(number, 1), product(number, 2)));
    admin.send(client, call).expect(202);
  }

  private static Map<String, Object> product(int number, int line) {
    return Map.of(
        "sku", "JOB-%d-%d".formatted(number, line),
        "name", "Product %d of job %d".formatted(line, number),
        "price", Map.of("amount", 100 + number, "currency", "EUR"));
  }

  private void awaitEnd(long start) throws InterruptedException {
    long left = books.unfinished();
    while (left > 0) {
      if (System.nanoTime() - start > PATIENCE.toNanos()) {
        throw new BenchFailed(left + " jobs are not over after " + PATIENCE.toMinutes() + " min");
      }
      books.stuck().forEach(stuck::add);
      screen.draw("%d jobs left".formatted(left));
      Thread.sleep(BETWEEN_LOOKS);
      left = books.unfinished();
    }
    screen.drawLast("no job is left");
  }

  private void print(String claim, List<String> found) {
    Findings findings = new Findings();
    found.forEach(findings::add);
    findings.print(screen.out(), claim);
  }

  private static long seconds(long start, long end) {
    return Duration.ofNanos(end - start).toSeconds();
  }
}
