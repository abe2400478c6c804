package dev.quartermaster.testkit.webhooks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A program that webhooks send to, on a port of its own of this machine. */
public final class WebhookReceiver implements AutoCloseable {
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;
  private volatile Behaviour behaviour = answering(204);

  /** Starts one that takes everything. */
  public WebhookReceiver() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  /** Its port. */
  public int port() {
    return server.getAddress().getPort();
  }

  /** Where it is. */
  public String address() {
    return "http://127.0.0.1:" + port();
  }

  /** Has it behave so from now on. */
  public void behave(Behaviour next) {
    behaviour = next;
  }

  /** What it has received, in that order. */
  public List<Request> requests() {
    return List.copyOf(requests);
  }

  /** Answers with that status, and nothing else. */
  public static Behaviour answering(int status) {
    return (exchange, _) -> exchange.sendResponseHeaders(status, -1);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Map<String, String> headers = new TreeMap<>();
      exchange
          .getRequestHeaders()
          .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
      Request request =
          new Request(
              exchange.getRequestURI().toString(),
              headers,
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      requests.add(request);
      behaviour.answer(exchange, request);
    }
  }

  /**
   * What was received.
   *
   * @param path where, with the query
   * @param headers by their names in lower case
   * @param body the text
   */
  public record Request(String path, Map<String, String> headers, String body) {
    public Request {
      headers = Map.copyOf(headers);
    }

    /** The header of that name, which was sent. */
    public String header(String name) {
      String value = headers.get(name);
      if (value == null) {
        throw new AssertionError("no header " + name + " in " + headers);
      }
      return value;
    }
  }

  /** How a receiver answers. */
  @FunctionalInterface
  public interface Behaviour {
    /** Answers a request, or not. */
    void answer(HttpExchange exchange, Request request) throws IOException;
  }
}
