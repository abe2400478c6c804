package dev.quartermaster.persistence.catalog;

import dev.quartermaster.domain.catalog.Product;
import dev.quartermaster.persistence.shared.Row;
import java.sql.SQLException;

/**
 * A product that was searched.
 *
 * @param rank how well it meets the text, from 0 for the best
 */
record Found(Product product, long rank) {
  static Found of(Row row) throws SQLException {
    return new Found(ProductRow.product(row), row.number("rank"));
  }
}
