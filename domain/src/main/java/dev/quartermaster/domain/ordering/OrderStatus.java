package dev.quartermaster.domain.ordering;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Where an order is in its life, and where it can go from there. */
public enum OrderStatus {
  /** Placed, its stock reserved, waiting for its payment. */
  PENDING_PAYMENT,
  /** Paid. */
  CONFIRMED,
  /** On its way. */
  SHIPPED,
  /** Arrived. */
  DELIVERED,
  /** Called off before it was paid; its stock is free again. */
  CANCELLED,
  /** Not paid in time; its stock is free again. */
  EXPIRED,
  /** Paid and paid back. */
  REFUNDED;

  /** The states that can follow this one. */
  public Set<OrderStatus> successors() {
    return switch (this) {
      case PENDING_PAYMENT -> Set.of(CONFIRMED, CANCELLED, EXPIRED);
      case CONFIRMED -> Set.of(SHIPPED, REFUNDED);
      case SHIPPED -> Set.of(DELIVERED, REFUNDED);
      case DELIVERED -> Set.of(REFUNDED);
      case CANCELLED, EXPIRED, REFUNDED -> Set.of();
    };
  }

  /** Whether the other state can follow this one. */
  public boolean canBecome(OrderStatus next) {
    return successors().contains(next);
  }

  /** The name that clients know, such as {@code pending_payment}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The status of that code, if there is one. */
  public static Optional<OrderStatus> ofCode(String code) {
    return Stream.of(values()).filter(status -> status.code().equals(code)).findFirst();
  }
}
