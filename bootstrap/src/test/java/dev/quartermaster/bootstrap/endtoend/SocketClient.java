package dev.quartermaster.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Speaks on a WebSocket and remembers what it hears. */
public final class SocketClient implements WebSocket.Listener, AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient client = HttpClient.newHttpClient();
  private final List<JsonObject> heard = new ArrayList<>();
  private final StringBuilder part = new StringBuilder();
  private final WebSocket socket;
  private int pings;
  private int closeCode;

  private SocketClient(URI address, Map<String, String> headers) {
    WebSocket.Builder builder = client.newWebSocketBuilder();
    headers.forEach(builder::header);
    socket = builder.buildAsync(address, this).join();
  }

  /**
   * Connects to the application under test with those headers.
   *
   * @throws java.util.concurrent.CompletionException when the handshake is refused
   */
  static SocketClient connect(Map<String, String> headers) {
    return connect(URI.create("ws://localhost:" + RestAssured.port + "/ws"), headers);
  }

  /** Connects to that node. */
  public static SocketClient connect(URI address, Map<String, String> headers) {
    return new SocketClient(address, headers);
  }

  static SocketClient as(String token) {
    return connect(Map.of("Authorization", "Bearer " + token));
  }

  SocketClient say(Map<String, Object> message) {
    return say(new JsonObject(message).encode());
  }

  SocketClient say(String text) {
    var _ = socket.sendText(text, true).join();
    return this;
  }

  /** Says it, and tells the code by which the server has ended the connection; 0 if it did not. */
  int sayUnlessClosed(Map<String, Object> message) {
    var _ =
        socket.sendText(new JsonObject(message).encode(), true).exceptionally(_ -> socket).join();
    synchronized (this) {
      return closeCode;
    }
  }

  /** Asks to be told of a topic. */
  public SocketClient subscribe(String topic) {
    return say(Map.of("type", "subscribe", "topic", topic));
  }

  /** Everything heard, once it is so much. */
  public List<JsonObject> heard(int count) {
    await(count + " messages", () -> heard.size() >= count || closeCode != 0);
    synchronized (this) {
      return List.copyOf(heard);
    }
  }

  /** The last of so many messages. */
  JsonObject heardLast(int count) {
    List<JsonObject> all = heard(count);
    assertThat(all).hasSize(count);
    return all.getLast();
  }

  /** How many heartbeats came, once there were so many. */
  int pings(int count) {
    await(count + " pings", () -> pings >= count || closeCode != 0);
    synchronized (this) {
      return pings;
    }
  }

  /** By which code the server ended the connection, once it did. */
  public int closeCode() {
    await("the end", () -> closeCode != 0);
    synchronized (this) {
      return closeCode;
    }
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean isLast) {
    synchronized (this) {
      part.append(data);
      if (isLast) {
        heard.add(new JsonObject(part.toString()));
        part.setLength(0);
      }
      notifyAll();
    }
    from.request(1);
    return null;
  }

  /** The client answers it by itself. */
  @Override
  public @Nullable CompletionStage<?> onPing(WebSocket from, ByteBuffer content) {
    synchronized (this) {
      pings++;
      notifyAll();
    }
    from.request(1);
    return null;
  }

  @Override
  public synchronized @Nullable CompletionStage<?> onClose(
      WebSocket from, int statusCode, String reason) {
    closeCode = statusCode;
    notifyAll();
    return null;
  }

  @Override
  public synchronized void onError(WebSocket from, Throwable failure) {
    closeCode = -1;
    notifyAll();
  }

  @Override
  public void close() {
    client.shutdownNow();
  }

  private synchronized void await(String what, BooleanSupplier isThere) {
    Instant last = Instant.now().plus(PATIENCE);
    try {
      while (!isThere.getAsBoolean()) {
        long left = Duration.between(Instant.now(), last).toMillis();
        assertThat(left).as("time left to wait for %s, with %s", what, heard).isPositive();
        wait(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
