package dev.quartermaster.domain.payments;

import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.DomainEvent;
import java.util.Map;
import java.util.Optional;

/**
 * What the world learns of payments: {@code payment.begun}; {@code payment.} and the new status
 * when a payment gets one; and {@code payment.updated} for every other step, such as a refund that
 * has begun.
 */
public final class PaymentEvents {
  private static final int SCHEMA_VERSION = 1;

  private PaymentEvents() {}

  /** Somebody began to pay. */
  public static DomainEvent begun(Payment payment, Actor actor) {
    return event("begun", payment, actor);
  }

  /** The payment moved from what it was to what it is. */
  public static DomainEvent moved(Payment before, Payment payment, Actor actor) {
    return event(
        before.status() == payment.status() ? "updated" : payment.status().code(), payment, actor);
  }

  private static DomainEvent event(String what, Payment payment, Actor actor) {
    return new DomainEvent(
        "payment." + what,
        SCHEMA_VERSION,
        "payment",
        payment.id().toString(),
        payment.version(),
        Optional.of(payment.payerId()),
        actor,
        payment.updatedAt(),
        Optional.empty(),
        Map.of(
            "id", payment.id().toString(),
            "orderId", payment.orderId().toString(),
            "status", payment.status().code(),
            "amount", payment.amount().toTree(),
            "refunded", payment.refunded().toTree(),
            "createdAt", payment.createdAt().toString(),
            "updatedAt", payment.updatedAt().toString()));
  }
}
