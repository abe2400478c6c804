package dev.quartermaster.testkit.payments;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * A small Stripe on a free port: PaymentIntents, refunds and idempotency keys as its documentation
 * has them, as far as we use them. What goes wrong with a request, its {@link Fault}s decide.
 */
public final class StripeStub implements AutoCloseable {
  /** The key that it knows. */
  public static final String KEY = "sk_test_stub";

  /** A method whose charges are accepted. */
  public static final String GOOD = "pm_card_visa";

  /** A method whose charges are declined. */
  public static final String BAD = "pm_card_chargeDeclined";

  /** A method whose charges are accepted, and whose refunds fail. */
  public static final String UNREFUNDABLE = "pm_card_refundFail";

  private static final String INTENTS = "/v1/payment_intents";
  private static final String REFUNDS = "/v1/refunds";

  private final StripeStubBooks books = new StripeStubBooks();
  private final Map<String, Remembered> remembered = new HashMap<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;
  private volatile Function<String, Fault> faults = _ -> Fault.NONE;

  /** Starts it. */
  public StripeStub() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  /** Where it is. */
  public String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** What has been charged and paid back. */
  public StripeStubBooks books() {
    return books;
  }

  /**
   * Lets things go wrong from now on.
   *
   * @param suffered what goes wrong with a request of that kind: {@code create}, {@code confirm},
   *     {@code capture}, {@code cancel}, {@code refund} or {@code read}
   */
  public void suffer(Function<String, Fault> suffered) {
    faults = suffered;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      Fault fault = faults.apply(kind(exchange.getRequestMethod(), path));
      if (fault == Fault.UNHEARD) {
        return;
      }
      Map<String, String> form =
          form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      StripeStubAnswer answer = answer(exchange, path, form, fault);
      if (fault != Fault.LOST) {
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.getResponseHeaders().set("Request-Id", "req_stub");
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
      }
    }
  }

  private synchronized StripeStubAnswer answer(
      HttpExchange exchange, String path, Map<String, String> form, Fault fault) {
    if (!("Bearer " + KEY).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      return StripeStubAnswer.error(401, "invalid_request_error", "no_key", "Invalid API Key");
    }
    if (exchange.getRequestMethod().equals("GET")) {
      Map<String, String> query =
          form(Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""));
      return fault == Fault.OWN_FAULT ? StripeStubAnswer.ownFault() : read(path, query);
    }
    String key =
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("Idempotency-Key")).orElseThrow();
    Request request = new Request(path, form);
    Remembered before = remembered.get(key);
    if (before == null) {
      before =
          new Remembered(
              request,
              fault == Fault.OWN_FAULT ? StripeStubAnswer.ownFault() : changed(path, form));
      remembered.put(key, before);
    }
    return before.request.equals(request)
        ? before.answer
        : StripeStubAnswer.error(400, "idempotency_error", "", "Keys are for one request each");
  }

  private StripeStubAnswer read(String path, Map<String, String> query) {
    return switch (path) {
      case REFUNDS -> books.refunds(query.getOrDefault("payment_intent", ""));
      case INTENTS -> books.newest(query);
      default -> books.intent(segment(path, 3));
    };
  }

  private StripeStubAnswer changed(String path, Map<String, String> form) {
    return switch (kind("POST", path)) {
      case "create" -> books.create(form);
      case "confirm" -> books.confirm(segment(path, 3));
      case "capture" -> books.capture(segment(path, 3));
      case "cancel" -> books.cancel(segment(path, 3));
      case "refund" -> books.refund(form);
      default -> StripeStubAnswer.error(404, "invalid_request_error", "", "Unrecognized URL");
    };
  }

  private static String kind(String method, String path) {
    if (method.equals("GET")) {
      return "read";
    }
    return switch (path) {
      case INTENTS -> "create";
      case REFUNDS -> "refund";
      default -> segment(path, 4);
    };
  }

  private static String segment(String path, int index) {
    List<String> segments = List.of(path.split("/", -1));
    return index < segments.size() ? segments.get(index) : "";
  }

  private static Map<String, String> form(String encoded) {
    Map<String, String> form = new TreeMap<>();
    for (String pair : encoded.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        form.put(
            URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
      }
    }
    return form;
  }

  /** What goes wrong with a request. */
  public enum Fault {
    NONE,
    /** It never arrives. */
    UNHEARD,
    /** It is carried out, and its answer gets lost. */
    LOST,
    /** It is not carried out, by a fault that is remembered under its key. */
    OWN_FAULT
  }

  private record Request(String path, Map<String, String> form) {}

  private record Remembered(Request request, StripeStubAnswer answer) {}
}
