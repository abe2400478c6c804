package dev.quartermaster.testkit.shared;

import dev.quartermaster.testkit.shared.InMemoryUnitOfWork.Transaction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Immutable rows by key. Changes and locks need a transaction; reads see what is committed, and
 * what their own transaction has changed.
 */
public final class InMemoryTable<K, V> {
  private final InMemoryUnitOfWork unitOfWork;
  private final Map<K, V> committed = new LinkedHashMap<>();
  private final Map<Transaction, Map<K, Optional<V>>> changes = new HashMap<>();

  /** An empty table that takes part in those transactions. */
  public InMemoryTable(InMemoryUnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  /** The row of that key. */
  public Optional<V> find(K key) {
    synchronized (unitOfWork) {
      Optional<V> changed = ownChanges().get(key);
      return changed != null ? changed : Optional.ofNullable(committed.get(key));
    }
  }

  /** The row of that key, locked until the transaction ends. */
  public Optional<V> findForUpdate(K key) {
    lock(key);
    return find(key);
  }

  /** All rows, in the order in which they were added. */
  public List<V> rows() {
    synchronized (unitOfWork) {
      Map<K, V> rows = new LinkedHashMap<>(committed);
      ownChanges()
          .forEach(
              (key, row) ->
                  row.ifPresentOrElse(value -> rows.put(key, value), () -> rows.remove(key)));
      return new ArrayList<>(rows.values());
    }
  }

  /** Stores the row under the key. */
  public void put(K key, V row) {
    change(key, Optional.of(row));
  }

  /** Removes the row of that key, if there is one. */
  public void remove(K key) {
    change(key, Optional.empty());
  }

  /** Waits until no other transaction holds that lock of this table, and takes it. */
  public void lock(Object name) {
    unitOfWork.lock(new Lock(this, name));
  }

  /** Takes that lock of this table, unless another transaction holds it. */
  public boolean tryLock(Object name) {
    return unitOfWork.tryLock(new Lock(this, name));
  }

  private void change(K key, Optional<V> row) {
    lock(key);
    Transaction transaction = unitOfWork.required();
    transaction.changed(this);
    synchronized (unitOfWork) {
      changes.computeIfAbsent(transaction, _ -> new LinkedHashMap<>()).put(key, row);
    }
  }

  private Map<K, Optional<V>> ownChanges() {
    @Nullable Transaction transaction = unitOfWork.current();
    return transaction == null ? Map.of() : changes.getOrDefault(transaction, Map.of());
  }

  /** Makes the transaction's changes visible to all. */
  void commit(Transaction transaction) {
    changes
        .getOrDefault(transaction, Map.of())
        .forEach(
            (key, row) ->
                row.ifPresentOrElse(
                    value -> committed.put(key, value), () -> committed.remove(key)));
  }

  /** Drops what is kept for a transaction that has ended. */
  void forget(Transaction transaction) {
    changes.remove(transaction);
  }

  /** A lock of one table; tables are told apart by identity. */
  private record Lock(InMemoryTable<?, ?> table, Object name) {}
}
