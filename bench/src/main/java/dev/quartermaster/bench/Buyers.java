package dev.quartermaster.bench;

import java.util.List;
import java.util.Optional;

/** Those who come to the sale: what each of them does, and what they were told. */
final class Buyers {
  private final Assortment assortment;
  private final Shop shop;
  private final List<Session> customers;
  private final Timeline timeline;
  private final Receipts receipts = new Receipts();
  private final Findings findings = new Findings();

  /**
   * @param customers the accounts that they share
   */
  Buyers(Assortment assortment, Shop shop, List<Session> customers, Timeline timeline) {
    this.assortment = assortment;
    this.shop = shop;
    this.customers = customers;
    this.timeline = timeline;
  }

  Receipts receipts() {
    return receipts;
  }

  /** What they were answered and should not have been. */
  Findings findings() {
    return findings;
  }

  /** Orders, and does with the order what this buyer is about to. */
  void come(Client client, int buyer) throws InterruptedException {
    try {
      Session customer = customers.get(buyer % customers.size());
      Call placing = Shop.placing(assortment.basket(buyer));
      Answer answer = customer.send(client, placing);
      if (answer.is(409, "insufficient-stock")) {
        timeline.count(Timeline.Event.REFUSAL);
        return;
      }
      PlacedOrder order = answer.expect(201).as(PlacedOrder.class);
      timeline.count(Timeline.Event.ORDER);
      Receipt receipt = new Receipt(placing, order, customer, Optional.empty());
      receipts.keep(receipt);
      receipts.keep(receipt.ending(carryOut(Intent.of(buyer), client, receipt)));
    } catch (BenchFailed failed) {
      findings.add("buyer " + buyer + ": " + failed.getMessage());
    }
  }

  /** The status in which the order is to end. */
  private String carryOut(Intent intent, Client client, Receipt receipt)
      throws InterruptedException {
    return switch (intent) {
      case PAYS, PAYS_WHAT_FAILS_TWICE, PAYS_WITHOUT_GETTING_AN_ANSWER, PAYS_SLOWLY -> {
        pay(client, receipt, intent.method());
        yield intent.end();
      }
      case PAYS_AT_THE_SECOND_TRY -> {
        beDeclined(client, receipt, intent.method());
        pay(client, receipt, Intent.PAYS.method());
        yield intent.end();
      }
      case CANCELS_WHEN_DECLINED -> {
        beDeclined(client, receipt, intent.method());
        receipt.customer().send(client, Shop.cancelling(receipt.order().id())).expect(200);
        yield intent.end();
      }
      case WALKS_AWAY -> {
        receipts.leaveUnpaid(receipt);
        yield intent.end();
      }
      case PAYS_AND_IS_SENT_IT -> {
        if (!pay(client, receipt, intent.method())) {
          yield Intent.PAYS.end();
        }
        shop.ship(client, receipt.order().id());
        yield intent.end();
      }
      case PAYS_AND_SENDS_IT_BACK -> {
        if (!pay(client, receipt, intent.method())) {
          yield Intent.PAYS.end();
        }
        shop.refund(client, receipt.order().id());
        yield intent.end();
      }
    };
  }

  /** Whether the payment is known to have ended; otherwise it goes on by itself. */
  private boolean pay(Client client, Receipt receipt, String method) throws InterruptedException {
    Answer answer = receipt.customer().send(client, Shop.paying(receipt.order().id(), method));
    if (answer.status() == 202) {
      return false;
    }
    answer.expect(201);
    timeline.count(Timeline.Event.PAYMENT);
    return true;
  }

  private static void beDeclined(Client client, Receipt receipt, String method)
      throws InterruptedException {
    Answer answer = receipt.customer().send(client, Shop.paying(receipt.order().id(), method));
    if (!answer.is(409, "payment-declined")) {
      throw new BenchFailed(answer.call() + " by " + method + " answered " + answer.outcome());
    }
  }
}
