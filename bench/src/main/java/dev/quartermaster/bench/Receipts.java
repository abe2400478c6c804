package dev.quartermaster.bench;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** All that buyers and staff were told, from any thread. */
final class Receipts {
  private final Map<String, Receipt> byKey = new ConcurrentHashMap<>();
  private final Queue<String> leftUnpaid = new ConcurrentLinkedQueue<>();

  /** Keeps the receipt, in place of what was known of the same request. */
  void keep(Receipt receipt) {
    byKey.put(receipt.placing().idempotencyKey().orElseThrow(), receipt);
  }

  Collection<Receipt> all() {
    return List.copyOf(byKey.values());
  }

  int count() {
    return byKey.size();
  }

  void leaveUnpaid(Receipt receipt) {
    leftUnpaid.add(receipt.order().id());
  }

  /** The orders that buyers have walked away from, until they are taken out. */
  Queue<String> leftUnpaid() {
    return leftUnpaid;
  }
}
