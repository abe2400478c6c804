package dev.quartermaster.webhooks.webhooks;

import java.time.Duration;

/**
 * How much of our time and memory a receiver can have.
 *
 * @param connecting for the connection, and for agreeing on TLS
 * @param whole for all of it, from the look-up of the name to the last byte of the answer
 */
record SendingLimits(Duration connecting, Duration whole) {
  /** How much of an answer is read; the rest is cut off. */
  static final int MAX_BYTES = 64 * 1024;

  /** How much of it is kept. */
  static final int EXCERPT_BYTES = 1024;

  static final SendingLimits USUAL =
      new SendingLimits(Duration.ofSeconds(5), Duration.ofSeconds(15));
}
