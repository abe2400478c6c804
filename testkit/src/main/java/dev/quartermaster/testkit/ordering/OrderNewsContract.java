package dev.quartermaster.testkit.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.quartermaster.domain.ordering.OrderId;
import dev.quartermaster.domain.ordering.OrderNews;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.DomainEvent;
import dev.quartermaster.domain.shared.InvalidInput;
import dev.quartermaster.domain.shared.Outbox;
import dev.quartermaster.testkit.events.Listener;
import dev.quartermaster.testkit.shared.PortContract;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What {@link OrderNews} promise. */
public abstract class OrderNewsContract extends PortContract {
  private static final long NEVER_GIVEN = 999_999_999_999L;

  /** The port under test. */
  protected abstract OrderNews news();

  /** Where what happens is noted. */
  protected abstract Outbox outbox();

  /** Sees to it that what was noted gets into the log, and is told of; now or soon. */
  protected abstract void publish();

  @Test
  void tellsAllOfOneOrderAndThenEachAsItComes() {
    OrderId order = order();
    happen(order, "order.placed", 1);
    happen(order(), "order.placed", 1);
    happen(order, "order.confirmed", 2);
    Listener listener = follow(order, OptionalLong.empty());
    assertThat(listener.typesOf(2)).containsExactly("order.placed", "order.confirmed");
    happen(order(), "order.placed", 1);
    happen(order, "order.shipped", 3);
    assertThat(listener.typesOf(3))
        .containsExactly("order.placed", "order.confirmed", "order.shipped");
    listener.cancel();
  }

  @Test
  void goesOnBehindAPlace() {
    OrderId order = order();
    happen(order, "order.placed", 1);
    happen(order, "order.confirmed", 2);
    Listener first = follow(order, OptionalLong.empty());
    List<Long> places = first.placesOf(2);
    first.cancel();
    happen(order, "order.shipped", 3);
    Listener listener = follow(order, OptionalLong.of(places.getFirst()));
    assertThat(listener.typesOf(2)).containsExactly("order.confirmed", "order.shipped");
    listener.cancel();
  }

  @Test
  void refusesAPlaceThatWasNeverGiven() {
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> follow(order(), OptionalLong.of(NEVER_GIVEN)));
  }

  private Listener follow(OrderId order, OptionalLong after) {
    Listener listener = Listener.eager();
    news().follow(order, "user:" + unique(), after, listener);
    return listener;
  }

  private void happen(OrderId order, String type, long sequence) {
    DomainEvent event =
        new DomainEvent(
            type,
            1,
            "order",
            order.toString(),
            sequence,
            Optional.empty(),
            new Actor.SystemProcess("test"),
            NOW,
            Optional.empty(),
            Map.of());
    inTransaction(() -> outbox().append(event));
    publish();
  }

  private static OrderId order() {
    return new OrderId(IDENTIFIERS.next());
  }
}
