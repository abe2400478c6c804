package dev.quartermaster.realtime.shared;

import io.quarkus.websockets.next.CloseReason;

/** Why the server ends a connection. */
enum Ending {
  GOING_AWAY(1001, "the server stops; come back"),
  TOO_LARGE(1009, "a message may have 8192 characters"),
  TOO_MANY_MESSAGES(1008, "too many messages"),
  FAULT(1011, "something went wrong here"),
  TRY_LATER(1013, "try again soon"),
  TOKEN_ENDED(4401, "sign in again"),
  TOO_SLOW(4408, "you do not take what you are sent; come back and go on from there");

  private final CloseReason reason;

  Ending(int code, String reason) {
    this.reason = new CloseReason(code, reason);
  }

  CloseReason reason() {
    return reason;
  }
}
