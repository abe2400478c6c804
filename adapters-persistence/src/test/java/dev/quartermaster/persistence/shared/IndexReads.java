package dev.quartermaster.persistence.shared;

import dev.quartermaster.domain.shared.UnitOfWork;
import java.util.List;

/**
 * Tells which indexes the server reads. The tables of a test are small, so reading them as a whole
 * is made costly first; what the planner then still does not do by an index, no index serves.
 */
public final class IndexReads {
  private final UnitOfWork unitOfWork;
  private final Statements statements;

  public IndexReads(UnitOfWork unitOfWork, Statements statements) {
    this.unitOfWork = unitOfWork;
    this.statements = statements;
  }

  /** How often the work reads the index; sorting is made costly too. */
  public long inOrder(String index, Runnable work) {
    return count(index, List.of("enable_seqscan", "enable_sort", "enable_bitmapscan"), work);
  }

  /** How often the work reads the index, be it to sort what it finds. */
  public long bySearch(String index, Runnable work) {
    return count(
        index, List.of("enable_seqscan", "enable_indexscan", "enable_indexonlyscan"), work);
  }

  private long count(String index, List<String> disabled, Runnable work) {
    long before = reads(index);
    unitOfWork.inTransaction(
        () -> {
          disabled.forEach(way -> statements.update("SET LOCAL " + way + " = off"));
          work.run();
        });
    return reads(index) - before;
  }

  private long reads(String index) {
    statements.query(row -> row, "SELECT pg_stat_force_next_flush()");
    return statements
        .query(
            row -> row.number("idx_scan"),
            "SELECT idx_scan FROM pg_stat_user_indexes WHERE indexrelname = ?",
            index)
        .getFirst();
  }
}
