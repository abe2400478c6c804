package dev.quartermaster.application.webhooks;

import dev.quartermaster.domain.webhooks.DeliveryId;
import java.util.List;

/** Takes deliveries that are due, so that no other node attempts them meanwhile. */
public interface TakeDueDeliveries {

  /**
   * Takes deliveries for {@link dev.quartermaster.domain.webhooks.Delivery#LEASE}. Whoever takes
   * them attempts them by {@link AttemptDelivery}.
   */
  Result take(Command command);

  /**
   * @param limit how many at the most
   */
  record Command(int limit) {}

  /**
   * @param deliveryIds what was taken
   */
  record Result(List<DeliveryId> deliveryIds) {
    public Result {
      deliveryIds = List.copyOf(deliveryIds);
    }
  }
}
