package dev.quartermaster.application.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.quartermaster.domain.events.EventFilter;
import dev.quartermaster.domain.ordering.Order;
import dev.quartermaster.domain.ordering.OrderEvents;
import dev.quartermaster.domain.ordering.OrderId;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.ApiKeyId;
import dev.quartermaster.domain.shared.Forbidden;
import dev.quartermaster.domain.shared.NotFound;
import dev.quartermaster.domain.shared.Permission;
import dev.quartermaster.domain.shared.Unauthenticated;
import dev.quartermaster.testkit.events.InMemoryEventLog;
import dev.quartermaster.testkit.events.InMemoryEventStream;
import dev.quartermaster.testkit.events.Listener;
import dev.quartermaster.testkit.ordering.InMemoryOrderNews;
import dev.quartermaster.testkit.ordering.InMemoryOrders;
import dev.quartermaster.testkit.ordering.Purchases;
import dev.quartermaster.testkit.shared.Actors;
import dev.quartermaster.testkit.shared.InMemoryOutbox;
import dev.quartermaster.testkit.shared.InMemoryUnitOfWork;
import dev.quartermaster.testkit.shared.SequentialIdentifiers;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FollowOrderTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final int ALL = 100;

  private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
  private final InMemoryOrders orders = new InMemoryOrders(unitOfWork);
  private final InMemoryOutbox outbox = new InMemoryOutbox(unitOfWork);
  private final InMemoryEventLog log = new InMemoryEventLog(unitOfWork, outbox);
  private final InMemoryEventStream stream = new InMemoryEventStream();
  private final SequentialIdentifiers identifiers = new SequentialIdentifiers();
  private final Actor.SignedIn ada = Actors.with();
  private final FollowOrder followOrder =
      new FollowOrderService(unitOfWork, orders, new InMemoryOrderNews(log, stream));

  @Test
  void itsOwnerAndStaffFollowAnOrder() {
    Order order = placed();
    Listener owner = follow(ada, order.id());
    Listener staff = follow(Actors.with(Permission.ORDERS_READ), order.id());
    Listener key =
        follow(
            new Actor.KeyHolder(
                new ApiKeyId(identifiers.next()), ada.id(), Set.of(Permission.ORDERS_READ)),
            order.id());
    placed();
    assertThat(List.of(owner, staff, key))
        .allSatisfy(listener -> assertThat(listener.typesOf(1)).containsExactly("order.placed"));
  }

  @Test
  void nobodyElseDoes() {
    OrderId order = placed().id();
    assertThatExceptionOfType(NotFound.class).isThrownBy(() -> follow(Actors.with(), order));
    assertThatExceptionOfType(NotFound.class)
        .isThrownBy(() -> follow(ada, new OrderId(identifiers.next())));
    assertThatExceptionOfType(Unauthenticated.class)
        .isThrownBy(() -> follow(Actors.anonymous(), order));
    assertThatExceptionOfType(Forbidden.class)
        .isThrownBy(
            () ->
                follow(
                    new Actor.KeyHolder(new ApiKeyId(identifiers.next()), ada.id(), Set.of()),
                    order));
  }

  private Listener follow(Actor actor, OrderId order) {
    Listener listener = Listener.eager();
    followOrder.follow(new FollowOrder.Query(actor, order, OptionalLong.empty()), listener);
    return listener;
  }

  private Order placed() {
    Order order =
        unitOfWork.inTransaction(
            () -> {
              Order added =
                  orders.add(List.of(Purchases.twoMugs(identifiers, ada.id(), NOW))).getFirst();
              outbox.append(OrderEvents.placed(added, ada));
              return added;
            });
    unitOfWork.inTransaction(() -> log.publish(ALL));
    stream.tell(log.after(stream.head(), EventFilter.all(), ALL));
    return order;
  }
}
