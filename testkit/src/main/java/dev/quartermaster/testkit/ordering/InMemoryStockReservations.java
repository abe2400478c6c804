package dev.quartermaster.testkit.ordering;

import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.inventory.InsufficientStock;
import dev.quartermaster.domain.inventory.Shortage;
import dev.quartermaster.domain.inventory.StockLevel;
import dev.quartermaster.domain.ordering.OrderId;
import dev.quartermaster.domain.ordering.OrderLine;
import dev.quartermaster.domain.ordering.StockReservations;
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
  public void reserve(OrderId orderId, List<OrderLine> lines, String actor) {
    lock(lines);
    Map<ProductId, Long> wanted = new HashMap<>();
    List<Shortage> shortages = new ArrayList<>();
    for (int index = 0; index < lines.size(); index++) {
      OrderLine line = lines.get(index);
      long taken = wanted.getOrDefault(line.productId(), 0L);
      long available = level(line.productId()).available() - taken;
      if (line.quantity() > available) {
        shortages.add(
            new Shortage(
                "items[" + index + "].quantity", line.productId(), line.quantity(), available));
      } else {
        wanted.put(line.productId(), taken + line.quantity());
      }
    }
    if (!shortages.isEmpty()) {
      throw new InsufficientStock(shortages);
    }
    wanted.forEach(this::addReserved);
    held.put(orderId, lines);
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
