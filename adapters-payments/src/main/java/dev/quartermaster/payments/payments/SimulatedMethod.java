package dev.quartermaster.payments.payments;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The payment methods that the simulated gateway knows, each with a behaviour of its own. */
enum SimulatedMethod {
  /** Is authorised and captured at once. */
  PM_OK,
  /** Is declined. */
  PM_DECLINED,
  /** Is authorised after half a minute. */
  PM_SLOW,
  /** Fails twice, and works then. */
  PM_FLAKY,
  /** Is captured, but no call to capture it is ever answered. */
  PM_LOST_REPLY;

  static Optional<SimulatedMethod> ofCode(String code) {
    return Stream.of(values()).filter(method -> method.code().equals(code)).findFirst();
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What the first call makes of a charge. */
  String firstStatus() {
    return switch (this) {
      case PM_OK, PM_SLOW, PM_LOST_REPLY -> "authorized";
      case PM_DECLINED -> "declined";
      case PM_FLAKY -> "unheard";
    };
  }

  /** How long the gateway takes to decide. */
  Duration delay() {
    return this == PM_SLOW ? Duration.ofSeconds(30) : Duration.ZERO;
  }
}
