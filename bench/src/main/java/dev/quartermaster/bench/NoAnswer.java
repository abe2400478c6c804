package dev.quartermaster.bench;

/** One request got no answer for too long, while others did. */
final class NoAnswer extends BenchFailed {
  private static final long serialVersionUID = 1L;

  NoAnswer(String message) {
    super(message);
  }
}
