package dev.quartermaster.application.ordering;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.ordering.NewOrder;
import dev.quartermaster.domain.ordering.Offer;
import dev.quartermaster.domain.ordering.Offers;
import dev.quartermaster.domain.ordering.Order;
import dev.quartermaster.domain.ordering.OrderId;
import dev.quartermaster.domain.ordering.OrderLine;
import dev.quartermaster.domain.ordering.Orders;
import dev.quartermaster.domain.ordering.StockReservations;
import dev.quartermaster.domain.shared.AuditEntry;
import dev.quartermaster.domain.shared.AuditTrail;
import dev.quartermaster.domain.shared.Change;
import dev.quartermaster.domain.shared.FieldError;
import dev.quartermaster.domain.shared.Identifiers;
import dev.quartermaster.domain.shared.InvalidInput;
import dev.quartermaster.domain.shared.Permission;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.domain.shared.UserId;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

@UseCase
final class PlaceOrderService implements PlaceOrder {
  private final UnitOfWork unitOfWork;
  private final Offers offers;
  private final StockReservations reservations;
  private final Orders orders;
  private final AuditTrail auditTrail;
  private final Identifiers identifiers;
  private final InstantSource clock;

  PlaceOrderService(
      UnitOfWork unitOfWork,
      Offers offers,
      StockReservations reservations,
      Orders orders,
      AuditTrail auditTrail,
      Identifiers identifiers,
      InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.offers = offers;
    this.reservations = reservations;
    this.orders = orders;
    this.auditTrail = auditTrail;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  @Override
  public Order place(Command command) {
    UserId customer = command.actor().requirePrincipal(Permission.ORDERS_WRITE);
    String actor = command.actor().reference();
    // Before the transaction, which they would lengthen: within it nothing would hold them either.
    List<OrderLine> lines = lines(command.items());
    return unitOfWork.inTransaction(
        () -> {
          NewOrder order =
              new NewOrder(new OrderId(identifiers.next()), customer, lines, clock.instant());
          reservations.reserve(order.id(), order.lines(), actor);
          Order placed = orders.add(order, actor);
          auditTrail.append(
              AuditEntry.of(
                      command.actor(), "order.placed", "order", placed.id(), placed.createdAt())
                  .changing(Change.between(Map.of(), placed.auditable())));
          return placed;
        });
  }

  private List<OrderLine> lines(List<Item> items) {
    Map<ProductId, Offer> offered =
        offers.of(items.stream().map(Item::productId).collect(Collectors.toSet())).stream()
            .collect(Collectors.toMap(Offer::productId, Function.identity()));
    List<OrderLine> lines = new ArrayList<>(items.size());
    List<FieldError> errors = new ArrayList<>();
    for (int index = 0; index < items.size(); index++) {
      Item item = items.get(index);
      Offer offer = offered.get(item.productId());
      if (item.quantity() < 1 || item.quantity() > OrderLine.MAX_QUANTITY) {
        errors.add(
            new FieldError(
                "items[" + index + "].quantity", "must be 1 to " + OrderLine.MAX_QUANTITY));
      }
      if (offer == null) {
        errors.add(
            new FieldError(
                "items[" + index + "].productId",
                "names no product that is for sale: " + item.productId()));
      }
      if (offer != null && errors.isEmpty()) {
        lines.add(
            new OrderLine(
                offer.productId(), offer.sku(), offer.name(), item.quantity(), offer.price()));
      }
    }
    if (!errors.isEmpty()) {
      throw new InvalidInput(errors);
    }
    return lines;
  }
}
