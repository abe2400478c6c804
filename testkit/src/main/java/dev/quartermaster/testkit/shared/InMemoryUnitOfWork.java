package dev.quartermaster.testkit.shared;

import dev.quartermaster.domain.shared.UnitOfWork;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Transactions over {@link InMemoryTable}s, as a database gives them: others see what a transaction
 * has committed and nothing else, locks are held until it ends, and one that waits in a circle is
 * run again.
 */
public final class InMemoryUnitOfWork implements UnitOfWork {
  private final Map<Thread, Transaction> running = new ConcurrentHashMap<>();
  private final Map<Object, Transaction> holders = new HashMap<>();

  @Override
  public <T> T inTransaction(Supplier<T> work) {
    if (isInTransaction()) {
      return work.get();
    }
    while (true) {
      try {
        return attempt(work);
      } catch (Deadlock deadlock) {
        awaitEndOf(deadlock.opponent);
      }
    }
  }

  /** Sees what is committed while it runs, as there is no moment to go back to. */
  @Override
  public <T> T inSnapshot(Duration limit, Supplier<T> work) {
    if (current() != null) {
      throw new IllegalStateException("a snapshot is no part of another transaction");
    }
    return inTransaction(work);
  }

  @Override
  public <T> T reading(Supplier<T> work) {
    return work.get();
  }

  @Override
  public boolean isInTransaction() {
    return running.containsKey(Thread.currentThread());
  }

  @Override
  public void afterCommit(Runnable action) {
    Transaction transaction = running.get(Thread.currentThread());
    if (transaction == null) {
      action.run();
    } else {
      transaction.afterCommit.add(action);
    }
  }

  private <T> T attempt(Supplier<T> work) {
    Transaction transaction = new Transaction();
    running.put(Thread.currentThread(), transaction);
    T result;
    try {
      result = work.get();
      synchronized (this) {
        transaction.changed.forEach(table -> table.commit(transaction));
      }
    } finally {
      end(transaction);
    }
    transaction.afterCommit.forEach(Runnable::run);
    return result;
  }

  private synchronized void end(Transaction transaction) {
    running.remove(Thread.currentThread());
    transaction.changed.forEach(table -> table.forget(transaction));
    holders.values().removeIf(holder -> holder == transaction);
    notifyAll();
  }

  /** The transaction of this thread, if it runs one. */
  @Nullable Transaction current() {
    return running.get(Thread.currentThread());
  }

  /** The transaction of this thread. */
  Transaction required() {
    Transaction transaction = current();
    if (transaction == null) {
      throw new IllegalStateException("this needs a transaction, and there is none");
    }
    return transaction;
  }

  /** Takes the lock if no other transaction holds it. */
  synchronized boolean tryLock(Object lock) {
    Transaction transaction = required();
    return holders.computeIfAbsent(lock, _ -> transaction) == transaction;
  }

  /** Waits for the lock and takes it. */
  synchronized void lock(Object lock) {
    Transaction transaction = required();
    try {
      Transaction holder = holders.putIfAbsent(lock, transaction);
      while (holder != null && holder != transaction) {
        transaction.awaited = lock;
        if (waitsForItself(transaction)) {
          throw new Deadlock(holder);
        }
        wait();
        holder = holders.putIfAbsent(lock, transaction);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } finally {
      transaction.awaited = null;
    }
  }

  private synchronized void awaitEndOf(Transaction opponent) {
    try {
      while (running.containsValue(opponent)) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private boolean waitsForItself(Transaction transaction) {
    Transaction next = holderOf(transaction.awaited);
    while (next != null && next != transaction) {
      next = holderOf(next.awaited);
    }
    return next == transaction;
  }

  private @Nullable Transaction holderOf(@Nullable Object lock) {
    return lock == null ? null : holders.get(lock);
  }

  /** What belongs to one transaction. */
  static final class Transaction {
    private final Set<InMemoryTable<?, ?>> changed = new LinkedHashSet<>();
    private final List<Runnable> afterCommit = new ArrayList<>();
    private @Nullable Object awaited;

    /** Takes note that the transaction changed the table. */
    void changed(InMemoryTable<?, ?> table) {
      changed.add(table);
    }
  }

  /** Ends an attempt that would wait for itself, and gives way to the one it met. */
  private static final class Deadlock extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Transaction opponent;

    Deadlock(Transaction opponent) {
      super(null, null, false, false);
      this.opponent = opponent;
    }
  }
}
