package dev.quartermaster.domain.ordering;

import java.time.Instant;

/**
 * Where an order is, without what was ordered.
 *
 * @param orderId which order
 * @param status where it is in its life
 * @param expiresAt until when it waits for its payment
 */
public record OrderState(OrderId orderId, OrderStatus status, Instant expiresAt) {}
