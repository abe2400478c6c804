package dev.quartermaster.realtime.shared;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.virtual.threads.VirtualThreads;
import io.quarkus.websockets.next.WebSocketConnection;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The connections of this node, each with its heartbeat. */
@Singleton
final class LiveConnections {
  private static final int MOST = 20_000;
  private static final Duration TIME_TO_AUTHENTICATE = Duration.ofSeconds(10);

  private final Recognition recognition;
  private final List<Topic> topics;
  private final MessageJson json;
  private final Vertx vertx;
  private final ExecutorService virtualThreads;
  private final Duration beat;
  private final Map<String, Open> open = new ConcurrentHashMap<>();
  private volatile boolean isStopped;

  LiveConnections(
      Recognition recognition,
      @All List<Topic> topics,
      MessageJson json,
      Vertx vertx,
      MeterRegistry meters,
      @VirtualThreads ExecutorService virtualThreads,
      @ConfigProperty(name = "quartermaster.live.heartbeat") int beatSeconds) {
    this.recognition = recognition;
    this.topics = List.copyOf(topics);
    this.json = json;
    this.vertx = vertx;
    this.virtualThreads = virtualThreads;
    this.beat = Duration.ofSeconds(beatSeconds);
    Gauge.builder("quartermaster.live.clients", open, Map::size)
        .description("Clients that are connected to this node to be told of events")
        .tag("kind", "websocket")
        .register(meters);
  }

  boolean haveRoom() {
    return !isStopped && open.size() < MOST;
  }

  LiveConnection add(WebSocketConnection socket) {
    LiveConnection connection = new LiveConnection(socket, recognition, topics, json);
    long timer = vertx.setPeriodic(beat.toMillis(), _ -> virtualThreads.execute(connection::beat));
    var _ =
        vertx.setTimer(
            TIME_TO_AUTHENTICATE.toMillis(),
            _ -> {
              if (!connection.isAuthenticated()) {
                connection.end(Ending.TOKEN_ENDED);
              }
            });
    open.put(socket.id(), new Open(connection, timer));
    if (isStopped) {
      connection.end(Ending.GOING_AWAY);
    }
    return connection;
  }

  Optional<LiveConnection> of(WebSocketConnection socket) {
    return Optional.ofNullable(open.get(socket.id())).map(Open::connection);
  }

  void remove(WebSocketConnection socket) {
    Open gone = open.remove(socket.id());
    if (gone != null) {
      vertx.cancelTimer(gone.timer);
      gone.connection.leave();
    }
  }

  void stopSoon(@Observes ShutdownDelayInitiatedEvent stopping) {
    endAll();
  }

  void stop(@Observes ShutdownEvent stopping) {
    endAll();
  }

  private void endAll() {
    isStopped = true;
    open.values().forEach(known -> known.connection.end(Ending.GOING_AWAY));
  }

  private record Open(LiveConnection connection, long timer) {}
}
