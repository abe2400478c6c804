package dev.quartermaster.testkit.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.domain.shared.PublishedEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Flow;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Follows events and remembers what it got, and how it ended. */
public final class Listener implements Flow.Subscriber<PublishedEvent> {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final long first;
  private final List<PublishedEvent> events = new ArrayList<>();
  private Flow.@Nullable Subscription subscription;
  private @Nullable Throwable failure;
  private boolean hasEnded;

  private Listener(long first) {
    this.first = first;
  }

  /** One that takes whatever comes. */
  public static Listener eager() {
    return new Listener(Long.MAX_VALUE);
  }

  /** One that takes so many to begin with. */
  public static Listener taking(long first) {
    return new Listener(first);
  }

  /** Asks for more. */
  public void take(long more) {
    subscription().request(more);
  }

  /** Leaves. */
  public void cancel() {
    subscription().cancel();
  }

  /** The places of what it got, once these are so many. */
  public List<Long> placesOf(int count) {
    await(count + " events", () -> events.size() >= count || hasEnded);
    return places();
  }

  /** The types of what it got, once that is so much. */
  public List<String> typesOf(int count) {
    List<Long> some = placesOf(count);
    synchronized (this) {
      return events.stream().limit(some.size()).map(PublishedEvent::type).toList();
    }
  }

  /** The places of what it got so far. */
  public synchronized List<Long> places() {
    return events.stream().map(PublishedEvent::position).toList();
  }

  /** Why it ended, once it did; empty if all was well. */
  public Optional<Throwable> end() {
    await("the end", () -> hasEnded);
    synchronized (this) {
      return Optional.ofNullable(failure);
    }
  }

  /** Whether it was told of its end. */
  public synchronized boolean hasEnded() {
    return hasEnded;
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    synchronized (this) {
      subscription = given;
    }
    given.request(first);
  }

  @Override
  public synchronized void onNext(PublishedEvent event) {
    assertThat(hasEnded).as("told of its end before").isFalse();
    events.add(event);
    notifyAll();
  }

  @Override
  public synchronized void onError(Throwable reason) {
    failure = reason;
    hasEnded = true;
    notifyAll();
  }

  @Override
  public synchronized void onComplete() {
    hasEnded = true;
    notifyAll();
  }

  private synchronized Flow.Subscription subscription() {
    return Objects.requireNonNull(subscription, "it follows nothing");
  }

  private synchronized void await(String what, BooleanSupplier isThere) {
    Instant last = Instant.now().plus(PATIENCE);
    try {
      while (!isThere.getAsBoolean()) {
        long left = Duration.between(Instant.now(), last).toMillis();
        assertThat(left).as("time left to wait for %s, with %s", what, places()).isPositive();
        wait(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
