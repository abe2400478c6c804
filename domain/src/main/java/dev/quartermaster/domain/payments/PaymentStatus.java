package dev.quartermaster.domain.payments;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How far a payment has come, as far as we know. */
public enum PaymentStatus {
  /** The gateway was asked, or is about to be, to set the money aside. */
  PENDING,
  /** The money is set aside; the gateway was asked, or is about to be, to take it. */
  AUTHORIZED,
  /** The money is ours. */
  CAPTURED,
  /** Some of it was paid back. */
  PARTIALLY_REFUNDED,
  /** All of it was paid back. */
  REFUNDED,
  /** The gateway refused; nothing was taken. */
  DECLINED,
  /** It took too long and is called off; the gateway was asked, or is about to be, to let go. */
  VOIDING,
  /** It was called off; nothing was taken. */
  VOIDED;

  /** Whether the customer has paid. */
  public boolean isPaid() {
    return this == CAPTURED || this == PARTIALLY_REFUNDED || this == REFUNDED;
  }

  /** Whether nothing was taken and nothing will be. */
  public boolean isVain() {
    return this == DECLINED || this == VOIDED;
  }

  /** The name that clients know, such as {@code captured}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The status of that code, if there is one. */
  public static Optional<PaymentStatus> ofCode(String code) {
    return Stream.of(values()).filter(status -> status.code().equals(code)).findFirst();
  }
}
