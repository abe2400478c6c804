package dev.quartermaster.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** Reads server-sent events as they come, as the HTML standard says (9.2.6). */
public final class EventReader implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final HttpResponse<Stream<String>> answer;
  private final List<Event> events = new ArrayList<>();
  private final List<String> others = new ArrayList<>();
  private boolean isBroken;
  private boolean isOver;

  private EventReader(HttpRequest request) throws IOException, InterruptedException {
    answer = client.send(request, HttpResponse.BodyHandlers.ofLines());
    Thread.ofVirtual().start(this::read);
  }

  /** Asks the application under test for a stream by those headers. */
  static EventReader open(String path, Map<String, String> headers) {
    return open(URI.create("http://localhost:" + RestAssured.port + path), headers);
  }

  /** Asks for a stream by those headers. */
  public static EventReader open(URI address, Map<String, String> headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(address);
    headers.forEach(request::header);
    try {
      return new EventReader(request.header("Accept", "text/event-stream").build());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static EventReader as(String token, String path) {
    return open(path, Map.of("Authorization", "Bearer " + token));
  }

  static EventReader after(String lastEventId, String token, String path) {
    return open(path, Map.of("Authorization", "Bearer " + token, "Last-Event-ID", lastEventId));
  }

  int status() {
    return answer.statusCode();
  }

  HttpHeaders headers() {
    return answer.headers();
  }

  /** The events that came, once there are so many. */
  public List<Event> events(int count) {
    await(count + " events", () -> events.size() >= count || isOver);
    return eventsSoFar();
  }

  /** The types of the events that came, once there are so many. */
  List<String> types(int count) {
    return events(count).stream().map(Event::type).toList();
  }

  /** The events that came until now. */
  public synchronized List<Event> eventsSoFar() {
    return List.copyOf(events);
  }

  /** The lines that are not of an event, once that one is among them. */
  List<String> awaitLine(String line) {
    await("the line " + line, () -> others.contains(line) || isOver);
    synchronized (this) {
      return List.copyOf(others);
    }
  }

  /** Waits for the end, and tells whether the server has ended it as complete. */
  public boolean endsWell() {
    await("the end", () -> isOver);
    synchronized (this) {
      return !isBroken;
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }

  private void read() {
    try (Stream<String> lines = answer.body()) {
      Event[] next = {Event.NONE};
      lines.forEach(line -> next[0] = read(line, next[0]));
      end(false);
    } catch (UncheckedIOException lost) {
      end(true);
    }
  }

  private synchronized void end(boolean isLost) {
    isBroken = isLost;
    isOver = true;
    notifyAll();
  }

  private synchronized Event read(String line, Event event) {
    int colon = line.indexOf(':');
    String field = colon < 0 ? line : line.substring(0, colon);
    String value = line.substring(colon + 1).strip();
    switch (field) {
      case "id" -> {
        return new Event(value, event.type, event.data);
      }
      case "event" -> {
        return new Event(event.id, value, event.data);
      }
      case "data" -> {
        return new Event(event.id, event.type, value);
      }
      default -> {}
    }
    if (!line.isEmpty()) {
      others.add(line);
    } else if (!event.data.isEmpty()) {
      events.add(event);
    }
    notifyAll();
    return line.isEmpty() ? Event.NONE : event;
  }

  private synchronized void await(String what, BooleanSupplier isThere) {
    Instant last = Instant.now().plus(PATIENCE);
    try {
      while (!isThere.getAsBoolean()) {
        long left = Duration.between(Instant.now(), last).toMillis();
        assertThat(left).as("time left to wait for %s, with %s", what, events).isPositive();
        wait(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** An event, as a browser gives it to the page. */
  public record Event(String id, String type, String data) {
    private static final Event NONE = new Event("", "", "");

    /** What happened. */
    public JsonObject json() {
      return new JsonObject(data);
    }
  }
}
