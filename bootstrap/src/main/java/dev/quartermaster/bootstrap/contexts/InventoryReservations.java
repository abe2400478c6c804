package dev.quartermaster.bootstrap.contexts;

import dev.quartermaster.application.inventory.ReleaseStock;
import dev.quartermaster.application.inventory.ReserveStock;
import dev.quartermaster.domain.ordering.NewOrder;
import dev.quartermaster.domain.ordering.OrderId;
import dev.quartermaster.domain.ordering.OrderLine;
import dev.quartermaster.domain.ordering.StockReservations;
import dev.quartermaster.domain.shared.DomainException;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Ordering's view of the inventory. */
@Singleton
final class InventoryReservations implements StockReservations {
  private final ReserveStock reserveStock;
  private final ReleaseStock releaseStock;

  InventoryReservations(ReserveStock reserveStock, ReleaseStock releaseStock) {
    this.reserveStock = reserveStock;
    this.releaseStock = releaseStock;
  }

  @Override
  public Map<OrderId, DomainException> reserve(List<NewOrder> orders) {
    return reserveStock
        .reserve(orders.stream().map(InventoryReservations::command).toList())
        .entrySet()
        .stream()
        .collect(Collectors.toMap(refused -> new OrderId(refused.getKey()), Map.Entry::getValue));
  }

  private static ReserveStock.Command command(NewOrder order) {
    List<OrderLine> lines = order.lines();
    return new ReserveStock.Command(
        order.id().value(),
        IntStream.range(0, lines.size())
            .mapToObj(
                index ->
                    new ReserveStock.Line(
                        "items[" + index + "].quantity",
                        lines.get(index).productId(),
                        lines.get(index).quantity()))
            .toList(),
        order.placedBy());
  }

  @Override
  public void release(List<OrderId> orderIds, String actor) {
    end(orderIds, ReleaseStock.End.RELEASED, "order ended unpaid", actor);
  }

  @Override
  public void ship(OrderId orderId, String actor) {
    end(List.of(orderId), ReleaseStock.End.SHIPPED, "order shipped", actor);
  }

  @Override
  public void takeBack(OrderId orderId, String actor) {
    end(List.of(orderId), ReleaseStock.End.RETURNED, "order refunded", actor);
  }

  private void end(List<OrderId> orderIds, ReleaseStock.End end, String reason, String actor) {
    releaseStock.release(
        new ReleaseStock.Command(
            orderIds.stream().map(OrderId::value).toList(), end, reason, actor));
  }
}
