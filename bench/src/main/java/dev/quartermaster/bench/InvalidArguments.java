package dev.quartermaster.bench;

/** The command line, or a file that it names, can't be used; the message says why in one line. */
final class InvalidArguments extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InvalidArguments(String message) {
    super(message);
  }
}
