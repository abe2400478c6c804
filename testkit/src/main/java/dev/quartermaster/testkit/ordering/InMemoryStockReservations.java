package dev.quartermaster.testkit.ordering;

import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.inventory.InsufficientStock;
import dev.quartermaster.domain.inventory.Shortage;
import dev.quartermaster.domain.inventory.StockLevel;
import dev.quartermaster.domain.ordering.NewOrder;
import dev.quartermaster.domain.ordering.OrderId;
import dev.quartermaster.domain.ordering.OrderLine;
import dev.quartermaster.domain.ordering.StockReservations;
import dev.quartermaster.domain.shared.DomainException;
import dev.quartermaster.testkit.shared.InMemoryTable;
import dev.quartermaster.testkit.shared.InMemoryUnitOfWork;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A stock of its own in memory, to reserve from. */
public final class InMemoryStockReservations implements StockReservations {
  private final InMemoryTable<ProductId, StockLevel> levels;
  private final InMemoryTable<OrderId, List<OrderLine>> held;

  /** A stock of nothing. */
  public InMemoryStockReservations(InMemoryUnitOfWork unitOfWork) {
    this.levels = new InMemoryTable<>(unitOfWork);
    this.held = new InMemoryTable<>(unitOfWork);
  }

  /** Adds pieces to the stock. */
  public void receive(ProductId productId, long quantity) {
    levels.lock(productId);
    StockLevel level = level(productId);
    levels.put(productId, new StockLevel(productId, level.onHand() + quantity, level.reserved()));
  }

  /** How many pieces there are. */
  public StockLevel level(ProductId productId) {
    return levels.find(productId).orElseGet(() -> StockLevel.none(productId));
  }

  @Override
  public Map<OrderId, DomainException> reserve(List<NewOrder> orders) {
    lock(orders.stream().flatMap(order -> order.lines().stream()).toList());
    Map<OrderId, DomainException> refused = new HashMap<>();
    for (NewOrder order : orders) {
      List<Shortage> shortages = shortages(order.lines());
      if (shortages.isEmpty()) {
        order.lines().forEach(line -> addReserved(line.productId(), line.quantity()));
        held.put(order.id(), order.lines());
      } else {
        refused.put(order.id(), new InsufficientStock(shortages));
      }
    }
    return refused;
  }

  private List<Shortage> shortages(List<OrderLine> lines) {
    Map<ProductId, Long> taken = new HashMap<>();
    List<Shortage> shortages = new ArrayList<>();
    for (int index = 0; index < lines.size(); index++) {
      OrderLine line = lines.get(index);
      long available =
          level(line.productId()).available() - taken.getOrDefault(line.productId(), 0L);
      if (line.quantity() > available) {
        shortages.add(
            new Shortage(
                "items[" + index + "].quantity", line.productId(), line.quantity(), available));
      } else {
        taken.merge(line.productId(), (long) line.quantity(), Long::sum);
      }
    }
    return shortages;
  }

  @Override
  public void release(List<OrderId> orderIds, String actor) {
    orderIds.forEach(orderId -> end(orderId, false));
  }

  @Override
  public void ship(OrderId orderId, String actor) {
    end(orderId, true);
  }

  @Override
  public void takeBack(OrderId orderId, String actor) {
    end(orderId, false);
  }

  private void end(OrderId orderId, boolean leaves) {
    List<OrderLine> lines = held.findForUpdate(orderId).orElseGet(List::of);
    lock(lines);
    for (OrderLine line : lines) {
      addReserved(line.productId(), -line.quantity());
      if (leaves) {
        receive(line.productId(), -line.quantity());
      }
    }
    held.remove(orderId);
  }

  private void lock(List<OrderLine> lines) {
    lines.stream()
        .map(OrderLine::productId)
        .collect(Collectors.toCollection(TreeSet::new))
        .forEach(levels::lock);
  }

  private void addReserved(ProductId productId, long quantity) {
    StockLevel level = level(productId);
    levels.put(productId, new StockLevel(productId, level.onHand(), level.reserved() + quantity));
  }
}
