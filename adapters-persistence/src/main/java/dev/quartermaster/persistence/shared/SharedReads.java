package dev.quartermaster.persistence.shared;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Answers by one statement all who ask while the statements before it run, as a group commit does
 * for writers. Nobody waits for company: who asks alone is answered at once. And nobody is answered
 * from before they asked, for a statement begins after the last who joined it. Whoever shared a
 * statement that failed asks alone, so that nobody fails for having come late to a long wait. Who
 * asks within a transaction is answered within it, since nobody else may see what it changed.
 */
public final class SharedReads<K, V> {
  private static final int STATEMENTS_AT_ONCE = 2;

  /** Whoever asks for more has a statement of their own, which nobody else then waits for. */
  private static final int MAX_SHARED = 100;

  private final BooleanSupplier inTransaction;
  private final Function<Set<K>, Map<K, V>> read;
  private final Semaphore turns = new Semaphore(STATEMENTS_AT_ONCE, true);
  private @Nullable Group<K, V> joinable;

  /**
   * @param inTransaction whether whoever asks runs a transaction
   * @param read finds what there is of some keys, by one statement
   */
  public SharedReads(BooleanSupplier inTransaction, Function<Set<K>, Map<K, V>> read) {
    this.inTransaction = inTransaction;
    this.read = read;
  }

  /** What there is of the key. */
  public Optional<V> find(K key) {
    return findAll(Set.of(key)).stream().findFirst();
  }

  /** What there is of the keys, in no particular order. */
  public List<V> findAll(Set<K> keys) {
    boolean ownStatement = keys.size() > MAX_SHARED || inTransaction.getAsBoolean();
    Map<K, V> found = ownStatement ? read.apply(keys) : shared(keys);
    return keys.stream().filter(found::containsKey).map(found::get).toList();
  }

  private Map<K, V> shared(Set<K> keys) {
    Group<K, V> group;
    boolean leads;
    synchronized (this) {
      Group<K, V> waiting = joinable;
      leads = waiting == null;
      group = waiting == null ? new Group<>() : waiting;
      group.keys.addAll(keys);
      joinable = group;
    }
    return leads ? answered(group) : group.answer.join().orElseGet(() -> read.apply(keys));
  }

  private Map<K, V> answered(Group<K, V> group) {
    turns.acquireUninterruptibly();
    try {
      Map<K, V> found = read.apply(closed(group));
      group.answer.complete(Optional.of(found));
      return found;
    } finally {
      group.answer.complete(Optional.empty());
      turns.release();
    }
  }

  /** From now on, whoever asks begins another group. */
  private synchronized Set<K> closed(Group<K, V> group) {
    joinable = null;
    return group.keys;
  }

  /** Those who ask together, and what they are answered; nothing if that failed. */
  private static final class Group<K, V> {
    private final Set<K> keys = new HashSet<>();
    private final CompletableFuture<Optional<Map<K, V>>> answer = new CompletableFuture<>();
  }
}
