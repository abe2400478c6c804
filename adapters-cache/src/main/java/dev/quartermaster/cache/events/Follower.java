package dev.quartermaster.cache.events;

import dev.quartermaster.domain.shared.PublishedEvent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import java.util.function.Predicate;

/**
 * One who follows, and its place. Whoever wakes it, by news or by a request for more, works for it
 * as long as there is something to give; who wakes it meanwhile leaves the work to them, so it is
 * called by one thread at a time. Only for what the ring has forgotten it goes to a thread that may
 * block.
 */
final class Follower implements Flow.Subscription {
  private final EventRing ring;
  private final Predicate<PublishedEvent> wanted;
  private final LongFunction<List<PublishedEvent>> older;
  private final Flow.Subscriber<PublishedEvent> subscriber;
  private final Executor reading;
  private final FollowerEvents told;

  // Held by the one that begins it.
  private final AtomicInteger calls = new AtomicInteger(1);
  private final AtomicLong requested = new AtomicLong();
  private volatile Optional<Ending> ending = Optional.empty();
  // Since when it has something and did not ask for more; 0 while it does not lag.
  private volatile long laggingSince;

  // Of whoever works for it.
  private final Deque<PublishedEvent> page = new ArrayDeque<>();
  private long place;
  private boolean isOver;

  Follower(
      EventRing ring,
      long after,
      Predicate<PublishedEvent> wanted,
      LongFunction<List<PublishedEvent>> older,
      Flow.Subscriber<PublishedEvent> subscriber,
      Executor reading,
      FollowerEvents told) {
    this.ring = ring;
    this.place = after;
    this.wanted = wanted;
    this.older = older;
    this.subscriber = subscriber;
    this.reading = reading;
    this.told = told;
  }

  void begin() {
    subscriber.onSubscribe(this);
    work();
  }

  /** There may be something for it. */
  void wake() {
    if (calls.getAndIncrement() == 0) {
      work();
    }
  }

  @Override
  public void request(long more) {
    if (more <= 0) {
      end(new Ending.Failed(new IllegalArgumentException("it requests " + more + " events")));
      return;
    }
    laggingSince = 0;
    requested.accumulateAndGet(
        more, (had, added) -> had + added < 0 ? Long.MAX_VALUE : had + added);
    wake();
  }

  @Override
  public void cancel() {
    end(new Ending.Cancelled());
  }

  /** Ends it, if nobody did before. */
  void end(Ending how) {
    synchronized (this) {
      if (ending.isPresent()) {
        return;
      }
      ending = Optional.of(how);
    }
    wake();
  }

  /** Whether it has not asked for more since that instant of {@link System#nanoTime}. */
  boolean lagsSince(long instant) {
    long since = laggingSince;
    return since != 0 && since - instant <= 0 && requested.get() == 0;
  }

  private void work() {
    int seen = calls.get();
    do {
      if (!giveWhatItTakes()) {
        reading.execute(this::readOn);
        return;
      }
      seen = calls.addAndGet(-seen);
    } while (seen != 0);
  }

  /** Looks up what the ring has forgotten, and goes on. */
  private void readOn() {
    long head = ring.head();
    try {
      List<PublishedEvent> found = older.apply(place);
      page.addAll(found);
      if (found.isEmpty()) {
        place = Math.max(place, head);
      }
    } catch (RuntimeException failure) {
      end(new Ending.Failed(failure));
    }
    work();
  }

  /**
   * Gives what it asked for.
   *
   * @return false if something has to be looked up before it can go on
   */
  private boolean giveWhatItTakes() {
    while (!isOver) {
      if (ending.isPresent()) {
        finish(ending.get());
        return true;
      }
      if (requested.get() == 0) {
        return true;
      }
      if (page.isEmpty() && place >= ring.head()) {
        return true;
      }
      PublishedEvent next = page.isEmpty() ? ring.at(place + 1) : page.poll();
      if (next == null) {
        return false;
      }
      place = next.position();
      if (wanted.test(next)) {
        give(next);
      }
    }
    return true;
  }

  private void give(PublishedEvent event) {
    if (requested.decrementAndGet() == 0) {
      // Never 0, which says that it does not lag.
      laggingSince = System.nanoTime() | 1;
    }
    told.given();
    subscriber.onNext(event);
  }

  private void finish(Ending how) {
    isOver = true;
    page.clear();
    told.ended(this, how);
    switch (how) {
      case Ending.Cancelled() -> {}
      case Ending.Stopped() -> subscriber.onComplete();
      case Ending.Failed(var reason) -> subscriber.onError(reason);
    }
  }

  /** How it ends. */
  sealed interface Ending {
    record Cancelled() implements Ending {}

    record Stopped() implements Ending {}

    record Failed(RuntimeException reason) implements Ending {}
  }
}
