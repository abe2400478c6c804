package dev.quartermaster.application.ordering;

import dev.quartermaster.domain.ordering.Order;
import dev.quartermaster.domain.ordering.OrderField;
import dev.quartermaster.domain.ordering.OrderStatus;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.PageRequest;
import dev.quartermaster.domain.shared.Slice;
import dev.quartermaster.domain.shared.UserId;
import java.util.Optional;

/** Lists orders. */
public interface ListOrders {

  /**
   * Lists the actor's own orders, or with {@code orders:read} everybody's.
   *
   * @throws dev.quartermaster.domain.shared.Unauthenticated when nobody is signed in
   * @throws dev.quartermaster.domain.shared.Forbidden when the actor asks for another's orders
   *     without {@code orders:read}
   */
  Slice<Order> list(Query query);

  /**
   * @param actor who asks
   * @param status exactly this state; empty for all
   * @param customerId orders of this customer; empty for all that the actor may see
   * @param page which part of the list
   */
  record Query(
      Actor actor,
      Optional<OrderStatus> status,
      Optional<UserId> customerId,
      PageRequest<OrderField> page) {}
}
