package dev.quartermaster.domain.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class OrderStatusTest {

  @Test
  void theHappyLifeIsPossible() {
    assertThat(OrderStatus.PENDING_PAYMENT.canBecome(OrderStatus.CONFIRMED)).isTrue();
    assertThat(OrderStatus.CONFIRMED.canBecome(OrderStatus.SHIPPED)).isTrue();
    assertThat(OrderStatus.SHIPPED.canBecome(OrderStatus.DELIVERED)).isTrue();
  }

  @Test
  void threeStatesEndAnOrder() {
    assertThat(EnumSet.allOf(OrderStatus.class))
        .filteredOn(status -> status.successors().isEmpty())
        .containsExactlyInAnyOrder(
            OrderStatus.CANCELLED, OrderStatus.EXPIRED, OrderStatus.REFUNDED);
  }

  @Test
  void onlyAnUnpaidOrderCanBeCalledOffOrExpire() {
    for (OrderStatus end : Set.of(OrderStatus.CANCELLED, OrderStatus.EXPIRED)) {
      assertThat(EnumSet.allOf(OrderStatus.class))
          .filteredOn(status -> status.canBecome(end))
          .containsExactly(OrderStatus.PENDING_PAYMENT);
    }
  }

  @Test
  void onlyAPaidOrderCanBeRefunded() {
    assertThat(EnumSet.allOf(OrderStatus.class))
        .filteredOn(status -> status.canBecome(OrderStatus.REFUNDED))
        .containsExactlyInAnyOrder(
            OrderStatus.CONFIRMED, OrderStatus.SHIPPED, OrderStatus.DELIVERED);
  }

  @Property
  void noLifeIsACircle(@ForAll OrderStatus status) {
    assertThat(reachableFrom(status)).doesNotContain(status);
  }

  @Property
  void codesReadBack(@ForAll OrderStatus status) {
    assertThat(OrderStatus.ofCode(status.code())).contains(status);
    assertThat(OrderStatus.ofCode(status.name())).isEmpty();
  }

  private static Set<OrderStatus> reachableFrom(OrderStatus status) {
    EnumSet<OrderStatus> reachable = EnumSet.noneOf(OrderStatus.class);
    status
        .successors()
        .forEach(
            next -> {
              reachable.add(next);
              reachable.addAll(reachableFrom(next));
            });
    return reachable;
  }
}
