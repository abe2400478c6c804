package dev.quartermaster.domain.webhooks;

import java.util.UUID;

/**
 * What a delivery delivers: one event, in the very text that is signed.
 *
 * @param eventId the event's id, by which a receiver tells a repetition
 * @param eventType what happened, such as {@code order.placed}
 * @param aggregateType what it happened to, such as {@code order}
 * @param aggregateId which of them
 * @param body the event as {@link MessageBodies} writes it
 */
public record Message(
    UUID eventId, String eventType, String aggregateType, String aggregateId, String body) {}
