package dev.quartermaster.domain.webhooks;

import java.util.Optional;

/** What came of an attempt to deliver a message. */
public sealed interface Answer {

  /**
   * The receiver has answered.
   *
   * @param status the HTTP status
   * @param excerpt the beginning of the body, if it has one
   */
  record Received(int status, Optional<String> excerpt) implements Answer {}

  /**
   * No answer came.
   *
   * @param reason why, for the webhook's owner
   */
  record Failed(String reason) implements Answer {}

  /** Whether the receiver has taken the message. */
  default boolean isSuccess() {
    return switch (this) {
      case Received(var status, var _) -> status >= 200 && status < 300;
      case Failed(var _) -> false;
    };
  }

  /** Whether the receiver says that it is gone for good. */
  default boolean isGone() {
    return switch (this) {
      case Received(var status, var _) -> status == 410;
      case Failed(var _) -> false;
    };
  }
}
