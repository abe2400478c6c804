package dev.quartermaster.application.shared;

import dev.quartermaster.domain.shared.ErrorKind;

/** Which refusals are remembered under an idempotency key: those that a repetition cannot mend. */
final class RememberedRefusals {
  private RememberedRefusals() {}

  static boolean include(ErrorKind kind) {
    return switch (kind) {
      case INVALID_INPUT, LOCKED, RATE_LIMITED, UNAVAILABLE -> false;
      case UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, CONFLICT, STALE_VERSION, UNPROCESSABLE -> true;
    };
  }
}
