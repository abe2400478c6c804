package dev.quartermaster.architecture.extending.persistence.wishlist;

import dev.quartermaster.architecture.extending.domain.wishlist.Wishlist;
import dev.quartermaster.architecture.extending.domain.wishlist.Wishlists;
import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.shared.UserId;
import dev.quartermaster.persistence.shared.Row;
import dev.quartermaster.persistence.shared.SqlArray;
import dev.quartermaster.persistence.shared.Statements;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.UUID;

@Singleton
final class PostgresWishlists implements Wishlists {
  private final Statements statements;

  PostgresWishlists(Statements statements) {
    this.statements = statements;
  }

  @Override
  public Wishlist find(UserId customerId) {
    return statements
        .query(
            PostgresWishlists::wishlist,
            """
            SELECT customer_id, product_ids::text[] AS product_ids
            FROM wishlists WHERE customer_id = ?
            """,
            customerId.value())
        .stream()
        .findFirst()
        .orElseGet(() -> Wishlist.empty(customerId));
  }

  /** Gives the customer a row if there is none, so that there is something to lock. */
  @Override
  public Wishlist findForUpdate(UserId customerId) {
    return statements
        .query(
            PostgresWishlists::wishlist,
            """
            INSERT INTO wishlists (customer_id, product_ids) VALUES (?, '{}')
            ON CONFLICT ON CONSTRAINT wishlists_pk
            DO UPDATE SET customer_id = excluded.customer_id
            RETURNING customer_id, product_ids::text[] AS product_ids
            """,
            customerId.value())
        .getFirst();
  }

  @Override
  public void save(Wishlist wishlist) {
    statements.update(
        """
        INSERT INTO wishlists (customer_id, product_ids) VALUES (?, ?)
        ON CONFLICT ON CONSTRAINT wishlists_pk
        DO UPDATE SET product_ids = excluded.product_ids
        """,
        wishlist.customerId().value(),
        SqlArray.uuids(wishlist.productIds(), ProductId::value));
  }

  private static Wishlist wishlist(Row row) throws SQLException {
    return new Wishlist(
        new UserId(row.uuid("customer_id")),
        row.texts("product_ids").stream().map(UUID::fromString).map(ProductId::new).toList());
  }
}
