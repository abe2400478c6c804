package dev.quartermaster.bootstrap;

import org.jspecify.annotations.Nullable;

/** What a failure has to say, on one line. */
final class OneLine {
  private OneLine() {}

  /** The message of a failure, or its type where it has none. */
  static String of(Throwable failure) {
    @Nullable String message = failure.getMessage();
    return message == null || message.isBlank()
        ? failure.getClass().getSimpleName()
        : message.strip().replaceAll("\\s*\\R\\s*", " ");
  }
}
