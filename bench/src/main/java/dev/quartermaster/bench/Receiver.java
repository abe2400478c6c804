package dev.quartermaster.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Who is told of events by a webhook. It checks the signatures, looks whether each thing's events
 * come in their order, fails now and then, and can be away.
 *
 * @see <a
 *     href="https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md">
 *     Standard Webhooks</a>
 */
final class Receiver implements AutoCloseable {
  private static final int BACKLOG = 1_000;

  /** One of so many messages is answered by 500. */
  private static final int FAILS_ONE_OF = 500;

  private static final String PREFIX = "whsec_";

  private final Map<String, Long> sequences = new ConcurrentHashMap<>();
  private final Findings findings = new Findings();
  private final AtomicLong messages = new AtomicLong();
  private final AtomicLong events = new AtomicLong();
  private final int port;
  private volatile HttpServer server;
  private volatile byte[] key = {};

  Receiver() {
    this.server = listening(0);
    this.port = server.getAddress().getPort();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + port + "/events");
  }

  /** What messages are signed with. */
  void trust(String secret) {
    key = Base64.getDecoder().decode(secret.substring(PREFIX.length()));
  }

  /** How many different events it was told of. */
  long events() {
    return events.get();
  }

  /** How many messages it took, those of events it knew included. */
  long messages() {
    return messages.get();
  }

  /** What it was told in disorder, or by somebody else. */
  Findings findings() {
    return findings;
  }

  /** Breaks all connections off, and refuses new ones. */
  void leave() {
    server.stop(0);
  }

  void comeBack() {
    server = listening(port);
  }

  @Override
  public void close() {
    leave();
  }

  private HttpServer listening(int wanted) {
    try {
      HttpServer created =
          HttpServer.create(
              new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), BACKLOG);
      created.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      created.createContext("/", this::take);
      created.start();
      return created;
    } catch (IOException failure) {
      throw new BenchFailed("the receiver cannot listen: " + failure);
    }
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      String id = exchange.getRequestHeaders().getFirst("webhook-id");
      String time = exchange.getRequestHeaders().getFirst("webhook-timestamp");
      String signature = exchange.getRequestHeaders().getFirst("webhook-signature");
      if (!isSigned(id, time, signature, body)) {
        findings.add("message " + id + " is not signed as it should be");
        exchange.sendResponseHeaders(400, -1);
        return;
      }
      if (messages.incrementAndGet() % FAILS_ONE_OF == 0) {
        exchange.sendResponseHeaders(500, -1);
        return;
      }
      note(Json.tree(new String(body, StandardCharsets.UTF_8)));
      exchange.sendResponseHeaders(204, -1);
    }
  }

  private void note(JsonNode event) {
    String thing = event.path("subject").asText();
    long sequence = Long.parseLong(event.path("sequence").asText());
    sequences.compute(thing, (_, known) -> following(thing, known == null ? 0 : known, sequence));
  }

  /** The last event that the thing has had by now. */
  private long following(String thing, long last, long next) {
    if (next <= last) {
      return last;
    }
    if (next > last + 1) {
      findings.add("%s: %d came after %d".formatted(thing, next, last));
    }
    events.incrementAndGet();
    return next;
  }

  private boolean isSigned(String id, String time, String signatures, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      mac.update((id + "." + time + ".").getBytes(StandardCharsets.UTF_8));
      String expected = "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
      return MessageDigest.isEqual(
          expected.getBytes(StandardCharsets.UTF_8), signatures.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
