package dev.quartermaster.domain.shared;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * The one way to the database, and to a transaction. Calls nest: an inner call joins the outer
 * one's transaction. Implementations are safe for use by many threads at once.
 */
public interface UnitOfWork {

  /**
   * Runs the work in a transaction and commits it; rolls back when the work throws. The outermost
   * call may run the work again after a serialization failure or a deadlock, so the work must keep
   * its effects inside the transaction.
   *
   * @return what the work returns
   * @throws Unavailable when the database does not answer within its bounds; when it was lost
   *     during the commit, the work may have been committed
   */
  <T> T inTransaction(Supplier<T> work);

  /** {@link #inTransaction(Supplier)} for work without a result. */
  default void inTransaction(Runnable work) {
    inTransaction(
        () -> {
          work.run();
          return true;
        });
  }

  /**
   * Runs work that only reads, and that no single view of the data has to underlie: each read sees
   * what was committed before it. There is no transaction for it, unless one runs already, which it
   * then joins.
   *
   * @return what the work returns
   * @throws Unavailable when the database does not answer within its bounds
   */
  <T> T reading(Supplier<T> work);

  /** Whether a transaction runs, which work of this thread then joins. */
  boolean isInTransaction();

  /**
   * Runs work that only reads, and may take as long, in a transaction of its own that sees the
   * moment of its beginning and nothing later. It cannot be part of another transaction.
   *
   * @throws Unavailable when the database does not answer within its bounds, or the work takes
   *     longer
   */
  <T> T inSnapshot(Duration limit, Supplier<T> work);

  /**
   * Runs the action once the current transaction has committed, never when it rolls back, and at
   * once when there is no transaction. The action must not throw.
   */
  void afterCommit(Runnable action);
}
