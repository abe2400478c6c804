package dev.quartermaster.bench;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Places the invoices and keeps what was answered. */
final class Placing {
  private final Map<String, String> productIds;
  private final Map<String, Session> customers;
  private final Optional<Journal> journal;
  private final Collection<Accepted> accepted = new ConcurrentLinkedQueue<>();
  private final Tally refusals = new Tally();
  private final Findings errors = new Findings();
  private final Collection<Duration> latencies = new ConcurrentLinkedQueue<>();

  /**
   * @param productIds of every article by its sku
   * @param customers everyone who buys, by the name in the invoices
   * @param journal where to note every accepted order at once
   */
  Placing(
      Map<String, String> productIds, Map<String, Session> customers, Optional<Journal> journal) {
    this.productIds = productIds;
    this.customers = customers;
    this.journal = journal;
  }

  /**
   * Places one invoice.
   *
   * @throws ServerGone when no client gets an answer any more
   */
  void place(Client client, Invoice invoice) throws InterruptedException {
    Session customer = requireNonNull(customers.get(invoice.customer()));
    List<PlacedOrder.Line> lines =
        invoice.items().stream()
            .map(
                item ->
                    new PlacedOrder.Line(
                        requireNonNull(productIds.get(item.sku())), item.quantity()))
            .toList();
    long start = System.nanoTime();
    try {
      Answer answer = customer.send(client, Shop.placing(lines));
      latencies.add(Duration.ofNanos(System.nanoTime() - start));
      keep(invoice, customer, lines, answer);
    } catch (ServerGone gone) {
      throw gone;
    } catch (BenchFailed failed) {
      errors.add("invoice " + invoice.invoice() + ": " + failed.getMessage());
    }
  }

  private void keep(
      Invoice invoice, Session customer, List<PlacedOrder.Line> lines, Answer answer) {
    if (answer.status() == 409 && !answer.isPassing()) {
      refusals.count(answer.outcome());
      return;
    }
    PlacedOrder order = answer.expect(201).as(PlacedOrder.class);
    accepted.add(new Accepted(order, customer));
    journal.ifPresent(open -> open.append(order));
    if (!order.items().equals(lines)) {
      errors.add("invoice " + invoice.invoice() + ": order " + order.id() + " has other items");
    }
  }

  Collection<Accepted> accepted() {
    return accepted;
  }

  /** How many invoices were refused, by status and code. */
  Tally refusals() {
    return refusals;
  }

  /** What else went wrong. */
  Findings errors() {
    return errors;
  }

  Latencies latencies() {
    return new Latencies(latencies);
  }

  /** The pieces in accepted orders, by product id. */
  Map<String, Long> sold() {
    return Accepted.pieces(accepted);
  }
}
