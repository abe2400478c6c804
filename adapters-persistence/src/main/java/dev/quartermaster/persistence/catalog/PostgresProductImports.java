package dev.quartermaster.persistence.catalog;

import dev.quartermaster.domain.catalog.ImportId;
import dev.quartermaster.domain.catalog.ImportLine;
import dev.quartermaster.domain.catalog.ProductImports;
import dev.quartermaster.persistence.shared.Statements;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/** A part is a row, so that a file of any length is stored and taken in few statements. */
@Singleton
final class PostgresProductImports implements ProductImports {
  private final Statements statements;

  PostgresProductImports(Statements statements) {
    this.statements = statements;
  }

  @Override
  public void open(ImportId id, Instant at) {
    statements.update(
        """
        INSERT INTO product_imports (id, claimed, lines, parts, created_at)
        VALUES (?, FALSE, 0, 0, ?)
        """,
        id.value(),
        at);
  }

  @Override
  public void append(ImportId id, List<ImportLine> lines) {
    statements.update(
        """
        WITH grown AS (
            UPDATE product_imports SET lines = lines + ?, parts = parts + 1
            WHERE id = ? AND NOT claimed
            RETURNING id, parts)
        INSERT INTO product_import_parts (import_id, position, lines)
        SELECT id, parts, ? FROM grown
        """,
        lines.size(),
        id.value(),
        ImportLinesJson.write(lines));
  }

  @Override
  public OptionalLong claim(ImportId id) {
    return statements
        .query(
            row -> row.number("lines"),
            """
            UPDATE product_imports SET claimed = TRUE WHERE id = ? AND NOT claimed RETURNING lines
            """,
            id.value())
        .stream()
        .mapToLong(Long::longValue)
        .findFirst();
  }

  @Override
  public List<ImportLine> take(ImportId id) {
    return statements
        .query(
            row -> ImportLinesJson.read(row.text("lines")),
            """
            DELETE FROM product_import_parts
            WHERE import_id = ? AND position = (
                SELECT position FROM product_import_parts WHERE import_id = ?
                ORDER BY position LIMIT 1 FOR UPDATE)
            RETURNING lines
            """,
            id.value(),
            id.value())
        .stream()
        .flatMap(List::stream)
        .toList();
  }

  @Override
  public void discard(ImportId id) {
    statements.update("DELETE FROM product_imports WHERE id = ?", id.value());
  }

  @Override
  public int forgetAbandoned(Instant before, int limit) {
    return statements.update(
        """
        DELETE FROM product_imports WHERE id IN (
            SELECT id FROM product_imports WHERE NOT claimed AND created_at < ?
            ORDER BY created_at LIMIT ? FOR UPDATE SKIP LOCKED)
        """,
        before,
        limit);
  }
}
