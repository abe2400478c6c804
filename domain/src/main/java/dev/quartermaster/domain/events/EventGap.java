package dev.quartermaster.domain.events;

/**
 * A place in the log where an aggregate's next version should stand and does not.
 *
 * @param aggregateType what the aggregate is
 * @param aggregateId which one
 * @param position the event after the gap
 * @param expected the sequence that should have come
 * @param found the sequence that came
 */
public record EventGap(
    String aggregateType, String aggregateId, long position, long expected, long found) {}
