package dev.quartermaster.domain.webhooks;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How far a delivery has come. */
public enum DeliveryState {
  /** It waits for its first or next attempt. */
  PENDING,
  /** An attempt is being made, or its node has died and the lease has yet to end. */
  SENDING,
  /** The receiver has taken it. */
  DELIVERED,
  /** It was given up. */
  DEAD;

  /** The name that clients know, such as {@code pending}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether nothing happens to the delivery any more. */
  public boolean isOver() {
    return switch (this) {
      case PENDING, SENDING -> false;
      case DELIVERED, DEAD -> true;
    };
  }

  /** The state of that code, if there is one. */
  public static Optional<DeliveryState> ofCode(String code) {
    return Stream.of(values()).filter(state -> state.code().equals(code)).findFirst();
  }
}
