package dev.quartermaster.bootstrap.contexts;

import dev.quartermaster.application.inventory.ReleaseStock;
import dev.quartermaster.application.inventory.ReserveStock;
import dev.quartermaster.domain.ordering.OrderId;
import dev.quartermaster.domain.ordering.OrderLine;
import dev.quartermaster.domain.ordering.StockReservations;
import jakarta.inject.Singleton;
import java.util.List;
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
  public void reserve(OrderId orderId, List<OrderLine> lines, String actor) {
    List<ReserveStock.Line> reservations =
        IntStream.range(0, lines.size())
            .mapToObj(
                index ->
                    new ReserveStock.Line(
                        "items[" + index + "].quantity",
                        lines.get(index).productId(),
                        lines.get(index).quantity()))
            .toList();
    reserveStock.reserve(new ReserveStock.Command(orderId.value(), reservations, actor));
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
