package dev.quartermaster.rest.shared;

import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.DomainException;
import dev.quartermaster.domain.shared.ErrorKind;
import dev.quartermaster.domain.shared.PublishedEvent;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.jaxrs.OutboundSseEventImpl;
import org.jspecify.annotations.Nullable;

/**
 * One answer of server-sent events: asks for the next event once the client took the last one, says
 * from time to time that it is still there, and looks then whether the client may still listen.
 */
final class EventAnswer
    implements Flow.Subscriber<PublishedEvent>, Flow.Publisher<OutboundSseEvent> {
  private static final Logger LOG = Logger.getLogger(EventAnswer.class);
  private static final Duration RETRY = Duration.ofSeconds(2);
  private static final Buffer HEARTBEAT = Buffer.buffer(":\n\n");

  private final RoutingContext context;
  private final Actor asking;
  private final Supplier<Actor> proof;
  private final EventJson json;
  private final ExecutorService virtualThreads;
  private final Duration beat;
  private final AtomicInteger open;

  private Flow.@Nullable Subscription events;
  private Flow.@Nullable Subscriber<? super OutboundSseEvent> client;
  private @Nullable Future<Void> lastBeat;
  private boolean isGreeted;
  private boolean isOver;
  private long timer;

  EventAnswer(
      RoutingContext context,
      Actor asking,
      Supplier<Actor> proof,
      EventJson json,
      ExecutorService virtualThreads,
      Duration beat,
      AtomicInteger open) {
    this.context = context;
    this.asking = asking;
    this.proof = proof;
    this.json = json;
    this.virtualThreads = virtualThreads;
    this.beat = beat;
    this.open = open;
  }

  @Override
  public synchronized void onSubscribe(Flow.Subscription subscription) {
    events = subscription;
    open.incrementAndGet();
    context.addEndHandler(_ -> end());
  }

  @Override
  public synchronized void subscribe(Flow.Subscriber<? super OutboundSseEvent> subscriber) {
    if (isOver) {
      subscriber.onSubscribe(new Demand());
      subscriber.onComplete();
      return;
    }
    client = subscriber;
    timer = context.vertx().setPeriodic(beat.toMillis(), _ -> virtualThreads.execute(this::beat));
    subscriber.onSubscribe(new Demand());
  }

  @Override
  public synchronized void onNext(PublishedEvent event) {
    if (!isOver && client != null) {
      client.onNext(
          new OutboundSseEventImpl.BuilderImpl()
              .id(Long.toString(event.position()))
              .name(event.type())
              .data(json.of(event))
              .build());
    }
  }

  /** The client comes back and goes on from where it was. */
  @Override
  public void onError(Throwable reason) {
    LOG.debug("a stream of events ends early", reason);
    breakOff();
  }

  @Override
  public void onComplete() {
    end();
  }

  /** Ends the answer as one that is complete. */
  void end() {
    Flow.Subscriber<? super OutboundSseEvent> told;
    synchronized (this) {
      if (isOver) {
        return;
      }
      isOver = true;
      told = client;
    }
    leave();
    if (told != null) {
      told.onComplete();
    }
  }

  /** Ends the connection, as what was written to it may never be read. */
  private void breakOff() {
    synchronized (this) {
      if (isOver) {
        return;
      }
      isOver = true;
    }
    leave();
    context.response().reset();
  }

  private void leave() {
    open.decrementAndGet();
    context.vertx().cancelTimer(timer);
    if (events != null) {
      events.cancel();
    }
  }

  private void beat() {
    try {
      if (!proof.get().equals(asking)) {
        end();
        return;
      }
    } catch (DomainException refusal) {
      if (refusal.kind() != ErrorKind.UNAVAILABLE) {
        end();
        return;
      }
    }
    say();
  }

  private void say() {
    synchronized (this) {
      if (isOver) {
        return;
      }
      if (lastBeat == null || lastBeat.isComplete()) {
        lastBeat = context.response().write(HEARTBEAT);
        return;
      }
    }
    breakOff();
  }

  private synchronized void greet() {
    if (!isOver && client != null) {
      client.onNext(
          new OutboundSseEventImpl.BuilderImpl()
              .comment("")
              .reconnectDelay(RETRY.toMillis())
              .build());
    }
  }

  /** What the client takes: a greeting, and then events. */
  private final class Demand implements Flow.Subscription {
    @Override
    public void request(long more) {
      if (isGreeted) {
        if (events != null) {
          events.request(more);
        }
        return;
      }
      isGreeted = true;
      greet();
      if (more > 1 && events != null) {
        events.request(more - 1);
      }
    }

    @Override
    public void cancel() {
      end();
    }
  }
}
