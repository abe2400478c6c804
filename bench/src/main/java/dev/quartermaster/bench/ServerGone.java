package dev.quartermaster.bench;

/** No request of any client got an answer for too long. */
final class ServerGone extends BenchFailed {
  private static final long serialVersionUID = 1L;

  ServerGone(String message) {
    super(message);
  }
}
