package dev.quartermaster.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;

/** A large catalogue in, searched and out again; see {@link MillionOptions#HELP}. */
final class Million {
  private static final int CLIENTS = 20;
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final MillionOptions options;
  private final Server server;
  private final Clients clients;
  private final Session admin;
  private final Screen screen;

  private Million(MillionOptions options, Server server, Screen screen) {
    this.options = options;
    this.server = server;
    this.clients = new Clients(server, CLIENTS, screen);
    this.admin = new Session(options.target().admin());
    this.screen = screen;
  }

  public static void main(String[] line) throws InterruptedException {
    System.exit(run(List.of(line), System.getenv(), Screen.ofProcess()));
  }

  static int run(List<String> line, Map<String, String> environment, Screen screen)
      throws InterruptedException {
    return Command.run(
        "million",
        MillionOptions.HELP,
        line,
        screen,
        () -> run(MillionOptions.parse(line, environment), screen));
  }

  private static boolean run(MillionOptions options, Screen screen) throws InterruptedException {
    try (Server server = new Server(options.target(), screen)) {
      Million million = new Million(options, server, screen);
      boolean imported = million.imports();
      boolean searched = million.searches();
      boolean exported = million.exports();
      return imported && searched && exported;
    }
  }

  private boolean imports() throws InterruptedException {
    long start = System.nanoTime();
    String path = upload();
    long received = System.nanoTime();
    Job job = look(path);
    while (!job.isOver()) {
      screen.draw("imported %d of %d, %.0f/s".formatted(job.done(), job.total(), job.rate()));
      Thread.sleep(BETWEEN_LOOKS);
      job = look(path);
    }
    screen.drawLast("imported %d of %d, %.0f/s".formatted(job.done(), job.total(), job.rate()));
    screen
        .out()
        .printf(
            "import: received %d lines in %d s, carried out in %d s (%.0f/s), %d rejected: %s%n",
            job.total(),
            seconds(start, received),
            seconds(received, System.nanoTime()),
            job.rate(),
            job.rejected(),
            job.state());
    return job.state().equals("succeeded")
        && job.done() == options.products()
        && job.rejected() == 0;
  }

  private String upload() throws InterruptedException {
    HttpResponse<String> answer =
        exchange(
            request("/products/import")
                .header("Content-Type", "application/x-ndjson")
                .POST(
                    HttpRequest.BodyPublishers.ofInputStream(
                        () -> new ProductFile(options.products()))),
            HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 202) {
      throw new BenchFailed("the import was answered " + answer.statusCode() + answer.body());
    }
    return URI.create(answer.headers().firstValue("Location").orElseThrow())
        .getPath()
        .replace("/api/v1", "");
  }

  private Job look(String path) throws InterruptedException {
    return admin.send(clients.any(), Call.get(path)).expect(200).as(Job.class);
  }

  private boolean searches() throws InterruptedException {
    Queue<Duration> latencies = new ConcurrentLinkedQueue<>();
    Tally outcomes = new Tally();
    Rush.of(
            server,
            CLIENTS,
            (client, _) -> {
              Answer last = client.send(Call.get(search()));
              for (int number = 0; number < options.searches() / CLIENTS; number++) {
                long start = System.nanoTime();
                last = client.send(Call.get(search()));
                latencies.add(Duration.ofNanos(System.nanoTime() - start));
                last.expect(200);
              }
              return last;
            })
        .forEach(answer -> outcomes.count(answer.outcome()));
    Latencies all = new Latencies(latencies);
    screen
        .out()
        .printf(
            "search: %d by %d clients, p50 %d ms, p99 %d ms; %s%n",
            latencies.size(),
            CLIENTS,
            all.percentile(50).toMillis(),
            all.percentile(99).toMillis(),
            outcomes);
    return outcomes.counts().keySet().equals(Set.of("200"));
  }

  private String search() {
    int number = ThreadLocalRandom.current().nextInt(options.products());
    return "/products?after=&q=" + ProductFile.word(number).replace(" ", "%20");
  }

  private boolean exports() throws InterruptedException {
    long start = System.nanoTime();
    HttpResponse<InputStream> answer =
        exchange(request("/products/export").GET(), HttpResponse.BodyHandlers.ofInputStream());
    long lines = 0;
    long bytes = 0;
    try (InputStream body = new BufferedInputStream(answer.body(), 1 << 16)) {
      byte[] buffer = new byte[1 << 16];
      for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
        bytes += read;
        for (int index = 0; index < read; index++) {
          lines += buffer[index] == '\n' ? 1 : 0;
        }
      }
    } catch (IOException cutShort) {
      throw new BenchFailed("the export broke off after " + lines + " lines: " + cutShort);
    }
    screen
        .out()
        .printf(
            "export: %d lines, %d MB in %d s%n",
            lines, bytes / 1_000_000, seconds(start, System.nanoTime()));
    return answer.statusCode() == 200 && lines >= options.products();
  }

  private HttpRequest.Builder request(String path) throws InterruptedException {
    URI address = options.target().addresses().getFirst();
    return HttpRequest.newBuilder(URI.create(address + "/api/v1" + path))
        .header("Authorization", "Bearer " + admin.token(clients.any()));
  }

  private static <T> HttpResponse<T> exchange(
      HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) throws InterruptedException {
    try {
      return HTTP.send(request.build(), body);
    } catch (IOException failure) {
      throw new BenchFailed("the server broke off: " + failure);
    }
  }

  private static long seconds(long start, long end) {
    return Duration.ofNanos(end - start).toSeconds();
  }

  /** How far the import has come. */
  record Job(String state, long done, long total, long rejected, double rate) {
    boolean isOver() {
      return !state.equals("queued") && !state.equals("running");
    }
  }
}
