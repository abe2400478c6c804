package dev.quartermaster.payments.payments;

import org.jspecify.annotations.Nullable;

/** A call to a gateway ended without an answer; it may have taken effect all the same. */
class GatewayFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  GatewayFailed(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
