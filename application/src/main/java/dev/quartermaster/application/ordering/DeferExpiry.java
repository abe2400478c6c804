package dev.quartermaster.application.ordering;

import dev.quartermaster.domain.ordering.OrderId;
import java.time.Duration;
import java.util.List;

/** Sets overdue orders apart of which one cannot be ended. */
public interface DeferExpiry {
  /** How long they are left alone by {@link ExpireOrders}. */
  Duration PAUSE = Duration.ofMinutes(10);

  /**
   * Puts off the next overdue orders, those of a batch that failed, so that the others can end.
   *
   * @return which orders, each to be tried by itself
   */
  List<OrderId> defer(Command command);

  /**
   * @param limit how many at the most
   */
  record Command(int limit) {}
}
