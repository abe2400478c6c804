package dev.quartermaster.bench;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares a journal with the server, after the server was killed and started again. */
final class JournalCheck {
  private static final Set<String> UNPAID = Set.of("pending_payment", "cancelled", "expired");

  private final Shop shop;
  private final Clients clients;
  private final Findings findings = new Findings();

  JournalCheck(Shop shop, Clients clients) {
    this.shop = shop;
    this.clients = clients;
  }

  /** What the server lost or counts differently. */
  Findings check(List<PlacedOrder> journal) throws InterruptedException {
    clients.forEach("journal", journal, this::checkOrder);
    clients.forEach("ledger", products(journal), this::checkLedger);
    return findings;
  }

  /** The products that stand in the journal. */
  static Set<String> products(List<PlacedOrder> journal) {
    return journal.stream()
        .flatMap(order -> order.items().stream())
        .map(PlacedOrder.Line::productId)
        .collect(Collectors.toSet());
  }

  private void checkOrder(Client client, PlacedOrder order) throws InterruptedException {
    Answer answer = shop.order(client, order.id());
    if (answer.status() == 404) {
      findings.add("order " + order.id() + " is lost");
      return;
    }
    PlacedOrder found = answer.expect(200).as(PlacedOrder.class);
    if (!found.agreesWith(order)) {
      findings.add("order " + order.id() + " has other items or another total than were answered");
    }
    if (!UNPAID.contains(found.status())) {
      findings.add("order " + order.id() + " is " + found.status() + ", though nobody paid");
    }
  }

  private void checkLedger(Client client, String productId) throws InterruptedException {
    StillStock<List<Movement>> still = StillStock.read(shop, client, productId, shop::movements);
    Stock stock = still.stock();
    long onHand = still.ledger().stream().mapToLong(Movement::delta).sum();
    long reserved = still.ledger().stream().mapToLong(Movement::reservedDelta).sum();
    if (onHand != stock.onHand() || reserved != stock.reserved()) {
      findings.add(
          "product %s has %d on hand and %d reserved, but its ledger adds up to %d and %d"
              .formatted(productId, stock.onHand(), stock.reserved(), onHand, reserved));
    }
    if (stock.available() != stock.onHand() - stock.reserved() || stock.available() < 0) {
      findings.add("product " + productId + " has a stock that makes no sense: " + stock);
    }
  }
}
