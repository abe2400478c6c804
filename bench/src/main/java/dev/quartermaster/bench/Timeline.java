package dev.quartermaster.bench;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicIntegerArray;

/** What happened when, from the moment this object was made; from any thread. */
final class Timeline {
  private static final int MOST_SECONDS = 600;

  private final long start = System.nanoTime();
  private final Map<Event, AtomicIntegerArray> perSecond = new EnumMap<>(Event.class);
  private final List<Outage> outages = new ArrayList<>();

  Timeline() {
    for (Event event : Event.values()) {
      perSecond.put(event, new AtomicIntegerArray(MOST_SECONDS));
    }
  }

  Duration now() {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  void count(Event event) {
    counts(event).incrementAndGet((int) Math.min(now().toSeconds(), MOST_SECONDS - 1));
  }

  int count(Event event, int second) {
    return second < MOST_SECONDS ? counts(event).get(second) : 0;
  }

  private AtomicIntegerArray counts(Event event) {
    return requireNonNull(perSecond.get(event));
  }

  int total(Event event) {
    int total = 0;
    for (int second = 0; second < MOST_SECONDS; second++) {
      total += count(event, second);
    }
    return total;
  }

  synchronized void add(Outage outage) {
    outages.add(outage);
  }

  synchronized List<Outage> outages() {
    return List.copyOf(outages);
  }

  /** What is counted. */
  enum Event {
    ORDER,
    PAYMENT,
    REFUSAL
  }

  /**
   * A time in which something was away.
   *
   * @param what a node or a neighbour
   * @param cause what was done to it
   * @param from when it went
   * @param to when it was back
   */
  record Outage(String what, String cause, Duration from, Duration to) {
    Duration length() {
      return to.minus(from);
    }
  }
}
