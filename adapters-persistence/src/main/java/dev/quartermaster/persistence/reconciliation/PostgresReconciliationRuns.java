package dev.quartermaster.persistence.reconciliation;

import dev.quartermaster.domain.reconciliation.ReconciliationRuns;
import dev.quartermaster.persistence.shared.Statements;
import jakarta.inject.Singleton;
import java.time.Instant;

@Singleton
final class PostgresReconciliationRuns implements ReconciliationRuns {
  private final Statements statements;

  PostgresReconciliationRuns(Statements statements) {
    this.statements = statements;
  }

  @Override
  public void finish(Instant begunAt, long disagreements) {
    statements.update(
        "UPDATE reconciliation_runs SET begun_at = ?, disagreements = ?", begunAt, disagreements);
  }

  @Override
  public long lastFound() {
    return statements
        .query(row -> row.number("disagreements"), "SELECT disagreements FROM reconciliation_runs")
        .getFirst();
  }
}
