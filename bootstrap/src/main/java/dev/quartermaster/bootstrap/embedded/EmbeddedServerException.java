package dev.quartermaster.bootstrap.embedded;

/** An embedded server or its data folder can't be used; the message says so in one line. */
public final class EmbeddedServerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  EmbeddedServerException(String message) {
    super(message);
  }

  EmbeddedServerException(String message, Throwable cause) {
    super(message, cause);
  }
}
