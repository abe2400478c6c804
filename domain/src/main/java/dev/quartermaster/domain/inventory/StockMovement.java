package dev.quartermaster.domain.inventory;

import dev.quartermaster.domain.catalog.ProductId;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * An entry of the stock ledger. Entries are added and never changed.
 *
 * @param id a UUID of version 7 (RFC 9562)
 * @param productId the product that moved
 * @param kind what happened
 * @param onHandDelta by how many pieces the stock on hand changed
 * @param reservedDelta by how many pieces the reserved stock changed
 * @param reason why, in the words of whoever caused it
 * @param reference the order or other thing it was done for, if any
 * @param actor who did it, as {@code Actor.reference()} names them
 * @param createdAt when it happened
 */
public record StockMovement(
    UUID id,
    ProductId productId,
    Kind kind,
    long onHandDelta,
    long reservedDelta,
    String reason,
    Optional<UUID> reference,
    String actor,
    Instant createdAt) {

  /** What kinds of movement there are. */
  public enum Kind {
    /** Somebody corrected the stock on hand, or goods arrived. */
    ADJUSTMENT,
    /** Pieces were promised to an order. */
    RESERVATION,
    /** A promise was withdrawn. */
    RELEASE,
    /** A promise was kept: the pieces left the warehouse. */
    SHIPMENT,
    /** A promise that was paid for was given back. */
    RETURN;

    /** The name that clients know, such as {@code reservation}. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
