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
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One answer of server-sent events: asks for the next event once the client took the last one, says
 * from time to time that it is still there, and looks then whether the client may still listen.
 * What it publishes is nothing but its end; events go to the connection as they were written for
 * all.
 */
final class EventAnswer
    implements Flow.Subscriber<PublishedEvent>, Flow.Publisher<OutboundSseEvent> {
  private static final Logger LOG = Logger.getLogger(EventAnswer.class);

  private final RoutingContext context;
  private final Actor asking;
  private final Supplier<Actor> proof;
  private final EventFrames frames;
  private final ExecutorService virtualThreads;
  private final Duration beat;
  private final AtomicInteger open;

  private Flow.@Nullable Subscription events;
  private Flow.@Nullable Subscriber<? super OutboundSseEvent> answer;
  private @Nullable Future<Void> lastBeat;
  private boolean isOver;
  private long timer;

  EventAnswer(
      RoutingContext context,
      Actor asking,
      Supplier<Actor> proof,
      EventFrames frames,
      ExecutorService virtualThreads,
      Duration beat,
      AtomicInteger open) {
    this.context = context;
    this.asking = asking;
    this.proof = proof;
    this.frames = frames;
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

  /** The head of the answer has been sent. */
  @Override
  public synchronized void subscribe(Flow.Subscriber<? super OutboundSseEvent> subscriber) {
    subscriber.onSubscribe(new Listening());
    if (isOver) {
      subscriber.onComplete();
      return;
    }
    answer = subscriber;
    timer = context.vertx().setPeriodic(beat.toMillis(), _ -> virtualThreads.execute(this::beat));
    send(EventFrames.GREETING);
  }

  @Override
  public synchronized void onNext(PublishedEvent event) {
    if (!isOver) {
      send(frames.of(event));
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
    if (leave() && answer != null) {
      answer.onComplete();
    }
  }

  /** Ends the connection, as what was written to it may never be read. */
  private void breakOff() {
    if (leave()) {
      context.response().reset();
    }
  }

  /** Sends no more; false if that was so before. */
  private boolean leave() {
    synchronized (this) {
      if (isOver) {
        return false;
      }
      isOver = true;
    }
    open.decrementAndGet();
    context.vertx().cancelTimer(timer);
    if (events != null) {
      events.cancel();
    }
    return true;
  }

  /** One that cannot be sent is followed by the end of the connection. */
  private void send(Buffer frame) {
    Flow.Subscription more = Objects.requireNonNull(events);
    var _ = context.response().write(frame).onSuccess(_ -> more.request(1));
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
    sayThatSomebodyIsThere();
  }

  private void sayThatSomebodyIsThere() {
    synchronized (this) {
      if (isOver) {
        return;
      }
      if (lastBeat == null || lastBeat.isComplete()) {
        lastBeat = context.response().write(EventFrames.HEARTBEAT);
        return;
      }
    }
    breakOff();
  }

  /** What the answer is to whoever sends it: something that may be called off. */
  private final class Listening implements Flow.Subscription {
    @Override
    public void request(long more) {
      // Nothing but the end comes this way.
    }

    @Override
    public void cancel() {
      end();
    }
  }
}
