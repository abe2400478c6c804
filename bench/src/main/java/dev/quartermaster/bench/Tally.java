package dev.quartermaster.bench;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/** Counts events by what they are, from any thread. */
final class Tally {
  private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

  void count(String event) {
    counts.computeIfAbsent(event, _ -> new LongAdder()).increment();
  }

  /** How often each event was counted. */
  Map<String, Long> counts() {
    return counts.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().sum()));
  }

  /** The counts in one line, such as {@code 503 unavailable: 3, connection: 1}. */
  @Override
  public String toString() {
    return counts.isEmpty()
        ? "none"
        : new TreeMap<>(counts())
            .entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining(", "));
  }
}
