package dev.quartermaster.bench;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Gives each request to the next node that is ready. As balancers do, it sends a request a second
 * time only if no byte of it was sent; one whose node died on it is answered by 502, and whether to
 * repeat it is the client's to decide.
 */
final class Balancer implements AutoCloseable {
  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(20);
  private static final int BACKLOG = 1_000;
  private static final Set<String> BETWEEN_NEIGHBOURS =
      Set.of("connection", "content-length", "host", "transfer-encoding", "upgrade");

  static {
    // Otherwise the server's answers wait for the client to confirm their first half.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final Supplier<List<URI>> ready;
  private final Consumer<URI> suspect;
  private final HttpServer server;
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .executor(executor)
          .connectTimeout(Duration.ofSeconds(2))
          .build();
  private final AtomicInteger next = new AtomicInteger();

  /**
   * @param ready the nodes that are ready at the moment
   * @param suspect told of a node that did not answer
   */
  Balancer(Supplier<List<URI>> ready, Consumer<URI> suspect) {
    this.ready = ready;
    this.suspect = suspect;
    try {
      server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
    } catch (IOException failure) {
      throw new BenchFailed("the balancer can't listen: " + failure.getMessage());
    }
    server.setExecutor(executor);
    server.createContext("/", this::handle);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      forward(exchange, body);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void forward(HttpExchange exchange, byte[] body)
      throws IOException, InterruptedException {
    List<URI> nodes = ready.get();
    int first = next.getAndIncrement();
    for (int turn = 0; turn < nodes.size(); turn++) {
      URI node = nodes.get(Math.floorMod(first + turn, nodes.size()));
      try {
        answer(exchange, http.send(request(exchange, node, body), BodyHandlers.ofByteArray()));
        return;
      } catch (ConnectException | HttpConnectTimeoutException _) {
        suspect.accept(node);
      } catch (HttpTimeoutException _) {
        refuse(exchange, 504);
        return;
      } catch (IOException _) {
        suspect.accept(node);
        refuse(exchange, 502);
        return;
      }
    }
    refuse(exchange, 503);
  }

  private static HttpRequest request(HttpExchange exchange, URI node, byte[] body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(node.resolve(exchange.getRequestURI()))
            .timeout(LONGEST_ANSWER)
            .method(
                exchange.getRequestMethod(),
                body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              if (!BETWEEN_NEIGHBOURS.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
              }
            });
    return request.build();
  }

  private static void answer(HttpExchange exchange, HttpResponse<byte[]> response)
      throws IOException {
    Headers headers = exchange.getResponseHeaders();
    response
        .headers()
        .map()
        .forEach(
            (name, values) -> {
              if (!BETWEEN_NEIGHBOURS.contains(name.toLowerCase(Locale.ROOT))) {
                headers.put(name, values);
              }
            });
    send(exchange, response.statusCode(), response.body());
  }

  private static void refuse(HttpExchange exchange, int status) throws IOException {
    exchange.getResponseHeaders().set("Retry-After", "1");
    send(exchange, status, new byte[0]);
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    http.shutdownNow();
    executor.shutdownNow();
  }
}
