package dev.quartermaster.rest.shared;

import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.PublishedEvent;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.virtual.threads.VirtualThreads;
import io.smallrye.mutiny.Multi;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Answers requests with events as they come, which go on until the client leaves, its proof of
 * identity ends, or this node stops.
 */
@Singleton
public final class EventStreams {
  private final CurrentActor actor;
  private final CurrentVertxRequest request;
  private final EventFrames frames;
  private final ExecutorService virtualThreads;
  private final Duration beat;
  private final AtomicInteger open = new AtomicInteger();

  EventStreams(
      CurrentActor actor,
      CurrentVertxRequest request,
      EventFrames frames,
      MeterRegistry meters,
      @VirtualThreads ExecutorService virtualThreads,
      @ConfigProperty(name = "quartermaster.live.heartbeat") int beatSeconds) {
    this.actor = actor;
    this.request = request;
    this.frames = frames;
    this.virtualThreads = virtualThreads;
    this.beat = Duration.ofSeconds(beatSeconds);
    Gauge.builder("quartermaster.live.clients", open, AtomicInteger::get)
        .description("Clients that are connected to this node to be told of events")
        .tag("kind", "sse")
        .register(meters);
  }

  /**
   * The answer to the current request.
   *
   * @param follow begins to follow, for who asks; what it refuses is refused before the first byte
   */
  public Multi<OutboundSseEvent> open(BiConsumer<Actor, Flow.Subscriber<PublishedEvent>> follow) {
    RoutingContext context = request.getCurrent();
    QueryParameters.refuseFound(context);
    Actor asking = actor.get();
    context.response().putHeader("X-Accel-Buffering", "no");
    EventAnswer answer =
        new EventAnswer(context, asking, actor.lasting(), frames, virtualThreads, beat, open);
    follow.accept(asking, answer);
    if (context.request().method().equals(HttpMethod.HEAD)) {
      answer.end();
      return Multi.createFrom().empty();
    }
    return Multi.createFrom().publisher(answer);
  }
}
