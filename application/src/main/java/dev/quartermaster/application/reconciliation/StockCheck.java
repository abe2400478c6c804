package dev.quartermaster.application.reconciliation;

import dev.quartermaster.domain.inventory.StockComparison;
import dev.quartermaster.domain.reconciliation.Disagreement;
import dev.quartermaster.domain.reconciliation.DisagreementKind;
import java.util.ArrayList;
import java.util.List;

/** Holds a product's level against its ledger and its orders. */
final class StockCheck {
  private StockCheck() {}

  static List<Disagreement> of(StockComparison product) {
    List<Disagreement> found = new ArrayList<>();
    if (!product.agreesWithLedger()) {
      found.add(
          Disagreement.ofProduct(
              DisagreementKind.LEDGER_DIFFERS,
              product.productId(),
              "The level has %d on hand and %d reserved; the movements sum up to %d and %d."
                  .formatted(
                      product.onHand(),
                      product.reserved(),
                      product.ledgerOnHand(),
                      product.ledgerReserved())));
    }
    if (!product.agreesWithPromises()) {
      found.add(
          Disagreement.ofProduct(
              DisagreementKind.RESERVED_DIFFERS,
              product.productId(),
              "The level has %d reserved; orders hold %d."
                  .formatted(product.reserved(), product.promised())));
    }
    return found;
  }
}
