package dev.quartermaster.application.ordering;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.ordering.NewOrder;
import dev.quartermaster.domain.ordering.Offer;
import dev.quartermaster.domain.ordering.Offers;
import dev.quartermaster.domain.ordering.Order;
import dev.quartermaster.domain.ordering.OrderEvents;
import dev.quartermaster.domain.ordering.OrderId;
import dev.quartermaster.domain.ordering.OrderLine;
import dev.quartermaster.domain.ordering.Orders;
import dev.quartermaster.domain.ordering.StockReservations;
import dev.quartermaster.domain.shared.AuditEntry;
import dev.quartermaster.domain.shared.AuditTrail;
import dev.quartermaster.domain.shared.Change;
import dev.quartermaster.domain.shared.DomainEvent;
import dev.quartermaster.domain.shared.DomainException;
import dev.quartermaster.domain.shared.FieldError;
import dev.quartermaster.domain.shared.Identifiers;
import dev.quartermaster.domain.shared.InvalidInput;
import dev.quartermaster.domain.shared.Outbox;
import dev.quartermaster.domain.shared.Outcome;
import dev.quartermaster.domain.shared.Permission;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.domain.shared.UserId;
import java.time.Instant;
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
  private final Outbox outbox;
  private final Identifiers identifiers;
  private final InstantSource clock;

  PlaceOrderService(
      UnitOfWork unitOfWork,
      Offers offers,
      StockReservations reservations,
      Orders orders,
      AuditTrail auditTrail,
      Outbox outbox,
      Identifiers identifiers,
      InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.offers = offers;
    this.reservations = reservations;
    this.orders = orders;
    this.auditTrail = auditTrail;
    this.outbox = outbox;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  @Override
  public List<Outcome<Order>> place(List<Command> commands) {
    return unitOfWork.inTransaction(
        () -> {
          Map<ProductId, Offer> offered = offered(commands);
          Instant now = clock.instant();
          List<Outcome<Wish>> wishes =
              commands.stream()
                  .map(command -> Outcome.of(() -> wish(command, offered, now)))
                  .toList();
          return Outcome.then(Outcome.then(wishes, this::reserve), this::add);
        });
  }

  private Map<ProductId, Offer> offered(List<Command> commands) {
    return offers
        .of(
            commands.stream()
                .flatMap(command -> command.items().stream())
                .map(Item::productId)
                .collect(Collectors.toSet()))
        .stream()
        .collect(Collectors.toMap(Offer::productId, Function.identity()));
  }

  private Wish wish(Command command, Map<ProductId, Offer> offered, Instant now) {
    UserId customer = command.actor().requirePrincipal(Permission.ORDERS_WRITE);
    return new Wish(
        command,
        new NewOrder(
            new OrderId(identifiers.next()),
            customer,
            lines(command.items(), offered),
            now,
            command.actor().reference()));
  }

  private static List<OrderLine> lines(List<Item> items, Map<ProductId, Offer> offered) {
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

  private List<Outcome<Wish>> reserve(List<Wish> wishes) {
    Map<OrderId, DomainException> refused =
        reservations.reserve(wishes.stream().map(Wish::order).toList());
    return wishes.stream()
        .<Outcome<Wish>>map(
            wish -> {
              DomainException refusal = refused.get(wish.order().id());
              return refusal == null ? new Outcome.Done<>(wish) : new Outcome.Refused<>(refusal);
            })
        .toList();
  }

  private List<Outcome<Order>> add(List<Wish> wishes) {
    List<Order> placed = orders.add(wishes.stream().map(Wish::order).toList());
    List<AuditEntry> entries = new ArrayList<>(placed.size());
    List<DomainEvent> events = new ArrayList<>(placed.size());
    for (int index = 0; index < placed.size(); index++) {
      Command command = wishes.get(index).command();
      entries.add(entry(command, placed.get(index)));
      events.add(
          OrderEvents.placed(placed.get(index), command.actor()).doneFor(command.requestId()));
    }
    auditTrail.append(entries);
    outbox.append(events);
    return placed.stream().<Outcome<Order>>map(Outcome.Done::new).toList();
  }

  private static AuditEntry entry(Command command, Order placed) {
    return AuditEntry.of(command.actor(), "order.placed", "order", placed.id(), placed.createdAt())
        .changing(Change.between(Map.of(), placed.auditable()))
        .doneFor(command.requestId());
  }

  /** An order that is asked for, as it would be placed. */
  private record Wish(Command command, NewOrder order) {}
}
