package dev.quartermaster.bench;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What the shop says over HTTP, compared with what buyers were told. */
final class OutsideCheck {
  private static final int ONE_IN_SO_MANY_IS_REPEATED = 20;

  private final Shop shop;
  private final Client client;

  OutsideCheck(Shop shop, Client client) {
    this.shop = shop;
    this.client = client;
  }

  /** Reads every customer's orders and compares them with the receipts. */
  List<String> differences(Collection<Receipt> receipts) throws InterruptedException {
    List<String> differences = new ArrayList<>();
    Map<Session, List<Receipt>> byCustomer =
        receipts.stream().collect(groupingBy(Receipt::customer));
    for (Map.Entry<Session, List<Receipt>> customer : byCustomer.entrySet()) {
      Map<String, PlacedOrder> kept =
          shop.orders(client, customer.getKey()).stream()
              .collect(toMap(PlacedOrder::id, Function.identity()));
      for (Receipt receipt : customer.getValue()) {
        PlacedOrder found = kept.remove(receipt.order().id());
        if (found == null) {
          differences.add("order " + receipt.order().id() + " is not in its customer's list");
        } else if (!found.agreesWith(receipt.order())) {
          differences.add("order " + found.id() + " has other items or another total");
        }
      }
      kept.keySet().forEach(id -> differences.add("order " + id + " was never answered"));
    }
    return differences;
  }

  /** Sends some of the requests once more, under their keys; each has to be answered as before. */
  List<String> changedAnswers(Collection<Receipt> receipts) throws InterruptedException {
    List<String> changed = new ArrayList<>();
    int number = 0;
    for (Receipt receipt : receipts) {
      if (number++ % ONE_IN_SO_MANY_IS_REPEATED == 0) {
        Answer again = receipt.customer().send(client, receipt.placing());
        if (again.status() != 201
            || !again.as(PlacedOrder.class).id().equals(receipt.order().id())) {
          changed.add(
              "order %s was placed by a key that now answers %s"
                  .formatted(receipt.order().id(), again.outcome()));
        }
      }
    }
    return changed;
  }
}
