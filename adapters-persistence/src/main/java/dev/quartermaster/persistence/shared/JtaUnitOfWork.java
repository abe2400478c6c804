package dev.quartermaster.persistence.shared;

import dev.quartermaster.domain.shared.DomainException;
import dev.quartermaster.domain.shared.InvalidInput;
import dev.quartermaster.domain.shared.Unavailable;
import dev.quartermaster.domain.shared.UnitOfWork;
import jakarta.inject.Singleton;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.util.function.Supplier;

/** Transactions of the database, by the transaction manager that every connection takes part in. */
@Singleton
final class JtaUnitOfWork implements UnitOfWork {
  private static final int ATTEMPTS = 3;
  private static final int TIMEOUT_SECONDS = 30;

  private final TransactionManager transactions;
  private final TransactionSynchronizationRegistry synchronizations;
  private final Statements statements;

  JtaUnitOfWork(
      TransactionManager transactions,
      TransactionSynchronizationRegistry synchronizations,
      Statements statements) {
    this.transactions = transactions;
    this.statements = statements;
    this.synchronizations = synchronizations;
  }

  @Override
  public <T> T inTransaction(Supplier<T> work) {
    return isInTransaction() ? joined(work) : outermost(work);
  }

  @Override
  public <T> T reading(Supplier<T> work) {
    return isInTransaction() ? joined(work) : direct(work);
  }

  @Override
  public boolean isInTransaction() {
    return synchronizations.getTransactionStatus() != Status.STATUS_NO_TRANSACTION;
  }

  @Override
  public <T> T inSnapshot(Duration limit, Supplier<T> work) {
    if (isInTransaction()) {
      throw new IllegalStateException("a snapshot is no part of another transaction");
    }
    try {
      return attempt(Math.toIntExact(limit.toSeconds()), () -> readingOneMoment(work));
    } catch (DomainException refusal) {
      throw refusal;
    } catch (RuntimeException failure) {
      throw asCallersKnowIt(failure, false);
    }
  }

  private <T> T readingOneMoment(Supplier<T> work) {
    statements.update("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
    return work.get();
  }

  @Override
  public void afterCommit(Runnable action) {
    if (isInTransaction()) {
      synchronizations.registerInterposedSynchronization(new AfterCommit(action));
    } else {
      action.run();
    }
  }

  private <T> T joined(Supplier<T> work) {
    boolean done = false;
    try {
      T result = work.get();
      done = true;
      return result;
    } finally {
      if (!done && isRunning()) {
        // Whoever swallows the failure must not commit the half of the work that was done.
        synchronizations.setRollbackOnly();
      }
    }
  }

  /** Every statement takes a connection for itself, and commits by itself. */
  private static <T> T direct(Supplier<T> work) {
    try {
      return work.get();
    } catch (DomainException refusal) {
      throw refusal;
    } catch (RuntimeException failure) {
      throw asCallersKnowIt(failure, DatabaseFailures.isSerializationFailureOrDeadlock(failure));
    }
  }

  private <T> T outermost(Supplier<T> work) {
    for (int attempt = 1; ; attempt++) {
      try {
        return attempt(TIMEOUT_SECONDS, work);
      } catch (DomainException refusal) {
        throw refusal;
      } catch (RuntimeException failure) {
        boolean rivalInTheWay = DatabaseFailures.isSerializationFailureOrDeadlock(failure);
        if (!rivalInTheWay || attempt == ATTEMPTS) {
          throw asCallersKnowIt(failure, rivalInTheWay);
        }
      }
    }
  }

  private <T> T attempt(int timeoutSeconds, Supplier<T> work) {
    begin(timeoutSeconds);
    T result;
    try {
      result = work.get();
    } catch (RuntimeException | Error failure) {
      boolean endedByTimeout = !isRunning();
      rollBack(failure);
      if (endedByTimeout) {
        throw unavailable(failure);
      }
      throw failure;
    }
    commit();
    return result;
  }

  private static RuntimeException asCallersKnowIt(RuntimeException failure, boolean rivalInTheWay) {
    if (rivalInTheWay || DatabaseFailures.isUnavailable(failure)) {
      return unavailable(failure);
    }
    if (DatabaseFailures.isCharacterNotStorable(failure)) {
      return InvalidInput.of("text", "must not contain the character U+0000");
    }
    return failure;
  }

  private static Unavailable unavailable(Throwable cause) {
    return new Unavailable("The database", cause);
  }

  private void begin(int timeoutSeconds) {
    try {
      transactions.setTransactionTimeout(timeoutSeconds);
      transactions.begin();
    } catch (NotSupportedException | SystemException failure) {
      throw new TransactionFailed(failure);
    }
  }

  private void commit() {
    boolean endedByTimeout = !isRunning();
    try {
      transactions.commit();
    } catch (RollbackException
        | HeuristicMixedException
        | HeuristicRollbackException
        | SystemException failure) {
      throw endedByTimeout ? unavailable(failure) : new TransactionFailed(failure);
    }
  }

  private void rollBack(Throwable reason) {
    try {
      transactions.rollback();
    } catch (SystemException | IllegalStateException failure) {
      reason.addSuppressed(failure);
    }
  }

  /** False once the transaction manager has ended a transaction that took too long. */
  private boolean isRunning() {
    int status = synchronizations.getTransactionStatus();
    return status == Status.STATUS_ACTIVE || status == Status.STATUS_MARKED_ROLLBACK;
  }

  /**
   * Waits for a transaction's end and acts if that was a commit.
   *
   * @param action what to do then
   */
  private record AfterCommit(Runnable action) implements Synchronization {
    @Override
    public void beforeCompletion() {}

    @Override
    public void afterCompletion(int status) {
      if (status == Status.STATUS_COMMITTED) {
        action.run();
      }
    }
  }
}
