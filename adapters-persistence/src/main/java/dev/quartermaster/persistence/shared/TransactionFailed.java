package dev.quartermaster.persistence.shared;

/** A transaction that could not be begun or committed. */
final class TransactionFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TransactionFailed(Exception cause) {
    super(cause.getMessage(), cause);
  }
}
