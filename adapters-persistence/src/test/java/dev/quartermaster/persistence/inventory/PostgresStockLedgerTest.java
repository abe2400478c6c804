package dev.quartermaster.persistence.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.inventory.StockComparison;
import dev.quartermaster.domain.inventory.StockLedger;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.persistence.shared.Statements;
import dev.quartermaster.testkit.inventory.StockLedgerContract;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@link StockLedgerContract} on PostgreSQL. */
@QuarkusTest
class PostgresStockLedgerTest extends StockLedgerContract {
  @Inject UnitOfWork unitOfWork;
  @Inject StockLedger ledger;
  @Inject Statements statements;

  @Override
  protected UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  protected StockLedger ledger() {
    return ledger;
  }

  @Test
  void findsLevelsThatAreNotTheSumsOfTheLedger() {
    ProductId product = new ProductId(IDENTIFIERS.next());
    statements.update(
        "INSERT INTO stock_levels (product_id, on_hand, reserved) VALUES (?, 5, 2)",
        product.value());
    assertThat(inTransaction(() -> ledger.disagreeing(Map.of(product, 2L), 1_000_000)))
        .contains(new StockComparison(product, 5, 2, 0, 0, 2));
  }
}
