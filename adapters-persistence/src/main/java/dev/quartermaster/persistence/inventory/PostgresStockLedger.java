package dev.quartermaster.persistence.inventory;

import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.inventory.StockComparison;
import dev.quartermaster.domain.inventory.StockLedger;
import dev.quartermaster.domain.inventory.StockLevel;
import dev.quartermaster.domain.inventory.StockMovement;
import dev.quartermaster.domain.inventory.StockMovementField;
import dev.quartermaster.domain.shared.PageRequest;
import dev.quartermaster.domain.shared.Slice;
import dev.quartermaster.domain.shared.Sort;
import dev.quartermaster.persistence.shared.Conditions;
import dev.quartermaster.persistence.shared.Listing;
import dev.quartermaster.persistence.shared.Row;
import dev.quartermaster.persistence.shared.SortColumn;
import dev.quartermaster.persistence.shared.SortType;
import dev.quartermaster.persistence.shared.SqlArray;
import dev.quartermaster.persistence.shared.Statements;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The number of statements never depends on how many products or movements a call is about. */
@Singleton
final class PostgresStockLedger implements StockLedger {
  private static final Listing<StockMovementField, StockMovement> MOVEMENTS =
      new Listing<>(
          "stock_movements",
          new Sort<>(StockMovementField.CREATED_AT, true),
          PostgresStockLedger::column,
          StockMovement::id);

  private final Statements statements;

  PostgresStockLedger(Statements statements) {
    this.statements = statements;
  }

  @Override
  public StockLevel level(ProductId productId) {
    return statements
        .query(
            PostgresStockLedger::level,
            "SELECT product_id, on_hand, reserved FROM stock_levels WHERE product_id = ?",
            productId.value())
        .stream()
        .findFirst()
        .orElseGet(() -> StockLevel.none(productId));
  }

  @Override
  public List<StockLevel> levels(Collection<ProductId> productIds) {
    return statements.query(
        PostgresStockLedger::level,
        """
        SELECT product_id, coalesce(on_hand, 0) AS on_hand, coalesce(reserved, 0) AS reserved
        FROM unnest(?) AS product_id LEFT JOIN stock_levels USING (product_id)
        """,
        SqlArray.uuids(Set.copyOf(productIds), ProductId::value));
  }

  /**
   * One statement, unless a product never had stock: then all get their rows first, so that there
   * is something to lock. Both steps go by product, and nothing is locked before each product has
   * its row; so whoever waits holds nothing that those before it in the order wait for.
   */
  @Override
  public Map<ProductId, StockLevel> lockLevels(Collection<ProductId> productIds) {
    Set<ProductId> wanted = Set.copyOf(productIds);
    Map<ProductId, StockLevel> levels = lockIfAllHaveRows(wanted);
    if (levels.size() < wanted.size()) {
      addMissingRows(wanted);
      levels = lockIfAllHaveRows(wanted);
    }
    return levels;
  }

  private Map<ProductId, StockLevel> lockIfAllHaveRows(Set<ProductId> productIds) {
    SqlArray ids = SqlArray.uuids(productIds, ProductId::value);
    return statements
        .query(
            PostgresStockLedger::level,
            """
            SELECT product_id, on_hand, reserved FROM stock_levels
            WHERE product_id = ANY ((SELECT ?)::uuid[])
            AND ? = (
                SELECT count(*) FROM stock_levels WHERE product_id = ANY ((SELECT ?)::uuid[]))
            ORDER BY product_id FOR UPDATE
            """,
            ids,
            productIds.size(),
            ids)
        .stream()
        .collect(Collectors.toMap(StockLevel::productId, Function.identity()));
  }

  private void addMissingRows(Set<ProductId> productIds) {
    statements.update(
        """
        INSERT INTO stock_levels (product_id, on_hand, reserved)
        SELECT product_id, 0, 0 FROM unnest(?) AS product_id ORDER BY product_id
        ON CONFLICT ON CONSTRAINT stock_levels_pk DO NOTHING
        """,
        SqlArray.uuids(productIds, ProductId::value));
  }

  /**
   * Levels that exist are updated rather than upserted, because a row proposed for insertion must
   * meet the checks by itself, and a reservation alone does not. The upsert remains for those who
   * bring a product its first stock at once without a lock.
   */
  @Override
  public void append(List<StockMovement> movements) {
    statements.update(
        """
        WITH appended AS (
            INSERT INTO stock_movements (id, product_id, kind, on_hand_delta, reserved_delta,
                                         reason, reference, actor, created_at)
            SELECT * FROM unnest((SELECT ?), ?, ?, ?, ?, ?, ?, ?, ?)
            RETURNING product_id, on_hand_delta, reserved_delta),
        moved AS (
            SELECT product_id, sum(on_hand_delta)::bigint AS on_hand,
                   sum(reserved_delta)::bigint AS reserved
            FROM appended GROUP BY product_id),
        updated AS (
            UPDATE stock_levels AS level
            SET on_hand = level.on_hand + moved.on_hand,
                reserved = level.reserved + moved.reserved
            FROM moved WHERE level.product_id = moved.product_id
            RETURNING level.product_id)
        INSERT INTO stock_levels AS level (product_id, on_hand, reserved)
        SELECT product_id, on_hand, reserved FROM moved
        WHERE product_id NOT IN (SELECT product_id FROM updated)
        ORDER BY product_id
        ON CONFLICT ON CONSTRAINT stock_levels_pk DO UPDATE
        SET on_hand = level.on_hand + excluded.on_hand,
            reserved = level.reserved + excluded.reserved
        """,
        SqlArray.uuids(movements, StockMovement::id),
        SqlArray.uuids(movements, movement -> movement.productId().value()),
        SqlArray.texts(movements, movement -> movement.kind().code()),
        SqlArray.numbers(movements, StockMovement::onHandDelta),
        SqlArray.numbers(movements, StockMovement::reservedDelta),
        SqlArray.texts(movements, StockMovement::reason),
        SqlArray.optionalUuids(movements, StockMovement::reference),
        SqlArray.texts(movements, StockMovement::actor),
        SqlArray.instants(movements, StockMovement::createdAt));
  }

  @Override
  public Slice<StockMovement> movements(ProductId productId, PageRequest<StockMovementField> page) {
    return MOVEMENTS.slice(
        statements,
        Conditions.where("product_id = ?", productId.value()),
        page,
        select ->
            statements.query(
                PostgresStockLedger::movement, select.sql(), select.values().toArray()));
  }

  @Override
  public List<StockMovement> movementsFor(Collection<UUID> references) {
    return statements.query(
        PostgresStockLedger::movement,
        "SELECT * FROM stock_movements WHERE reference = ANY ((SELECT ?)::uuid[]) ORDER BY"
            + " created_at, id",
        SqlArray.uuids(references, Function.identity()));
  }

  @Override
  public Set<UUID> holders(Collection<UUID> references) {
    return Set.copyOf(
        statements.query(
            row -> row.uuid("reference"),
            """
            SELECT reference FROM stock_movements
            WHERE reference = ANY ((SELECT ?)::uuid[])
            GROUP BY reference, product_id HAVING sum(reserved_delta) <> 0
            """,
            SqlArray.uuids(references, Function.identity())));
  }

  /** Reads the whole ledger, as nothing less tells its sums. */
  @Override
  public List<StockComparison> disagreeing(Map<ProductId, Long> promised, int limit) {
    return statements.query(
        PostgresStockLedger::comparison,
        """
        WITH ledger AS (
            SELECT product_id, sum(on_hand_delta)::bigint AS on_hand,
                   sum(reserved_delta)::bigint AS reserved
            FROM stock_movements GROUP BY product_id),
        promise AS (
            SELECT * FROM unnest((SELECT ?), ?) AS promise (product_id, quantity)),
        compared AS (
            SELECT product_id,
                   coalesce(level.on_hand, 0) AS on_hand,
                   coalesce(level.reserved, 0) AS reserved,
                   coalesce(ledger.on_hand, 0) AS ledger_on_hand,
                   coalesce(ledger.reserved, 0) AS ledger_reserved,
                   coalesce(promise.quantity, 0) AS promised
            FROM stock_levels AS level
            FULL JOIN ledger USING (product_id)
            FULL JOIN promise USING (product_id))
        SELECT * FROM compared
        WHERE on_hand <> ledger_on_hand OR reserved <> ledger_reserved OR reserved <> promised
        ORDER BY product_id DESC LIMIT ?
        """,
        SqlArray.uuids(promised.entrySet(), promise -> promise.getKey().value()),
        SqlArray.numbers(promised.entrySet(), Map.Entry::getValue),
        limit);
  }

  private static StockComparison comparison(Row row) throws SQLException {
    return new StockComparison(
        new ProductId(row.uuid("product_id")),
        row.number("on_hand"),
        row.number("reserved"),
        row.number("ledger_on_hand"),
        row.number("ledger_reserved"),
        row.number("promised"));
  }

  private static SortColumn<StockMovement> column(StockMovementField field) {
    return switch (field) {
      case CREATED_AT -> new SortColumn<>("created_at", SortType.INSTANT, StockMovement::createdAt);
    };
  }

  private static StockLevel level(Row row) throws SQLException {
    return new StockLevel(
        new ProductId(row.uuid("product_id")), row.number("on_hand"), row.number("reserved"));
  }

  private static StockMovement movement(Row row) throws SQLException {
    return new StockMovement(
        row.uuid("id"),
        new ProductId(row.uuid("product_id")),
        StockMovement.Kind.valueOf(row.text("kind").toUpperCase(Locale.ROOT)),
        row.number("on_hand_delta"),
        row.number("reserved_delta"),
        row.text("reason"),
        row.optionalUuid("reference"),
        row.text("actor"),
        row.instant("created_at"));
  }
}
