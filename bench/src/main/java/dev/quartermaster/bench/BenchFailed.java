package dev.quartermaster.bench;

/** The bench can't go on; the message says why in one line. */
class BenchFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BenchFailed(String message) {
    super(message);
  }
}
