package dev.quartermaster.testkit.events;

import dev.quartermaster.domain.shared.PublishedEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;

/** Events to test with. */
public final class Happenings {
  private static final Instant NOW = Instant.parse("2026-03-01T10:15:30.123456Z");

  private Happenings() {}

  /** Something that happened to the order that the last digit of its place names. */
  public static PublishedEvent at(long position) {
    return at(position, "order.updated", Long.toString(position % 10));
  }

  /** Something that happened to one thing. */
  public static PublishedEvent at(long position, String type, String aggregateId) {
    return new PublishedEvent(
        position,
        new UUID(0, position),
        type,
        1,
        type.substring(0, type.indexOf('.')),
        aggregateId,
        position,
        Optional.empty(),
        "system:test",
        Optional.empty(),
        NOW,
        Map.of());
  }

  /** What happened from one place to another, both among it. */
  public static List<PublishedEvent> between(long first, long last) {
    return LongStream.rangeClosed(first, last).mapToObj(Happenings::at).toList();
  }
}
