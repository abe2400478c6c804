package dev.quartermaster.bootstrap;

/**
 * Quartermaster can't start for a reason that whoever runs it can mend. The message is one line
 * that names the reason and the mend.
 */
public final class CannotStartException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public CannotStartException(String message) {
    super(message);
  }

  public CannotStartException(String message, Throwable cause) {
    super(message, cause);
  }
}
