package dev.quartermaster.webhooks.webhooks;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What others have written, in a form that can be stored and shown. */
final class AnswerText {
  private static final char UNREADABLE = '\uFFFD';

  private AnswerText() {}

  /** The beginning of a body; empty when there is none. */
  static Optional<String> excerpt(byte[] body) {
    int length = Math.min(body.length, SendingLimits.EXCERPT_BYTES);
    return Optional.of(printable(new String(body, 0, length, StandardCharsets.UTF_8)))
        .filter(text -> !text.isEmpty());
  }

  /** The text without what PostgreSQL does not store. */
  static String printable(String text) {
    return text.replace('\0', UNREADABLE);
  }
}
