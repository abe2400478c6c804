package dev.quartermaster.application.webhooks;

/** Forgets deliveries that are over. */
public interface ForgetDeliveries {

  /**
   * Forgets deliveries that have been over for {@link
   * dev.quartermaster.domain.webhooks.Delivery#RETENTION}, and those of webhooks that were deleted.
   */
  Result forget(Command command);

  /**
   * @param limit how many at the most
   */
  record Command(int limit) {}

  /**
   * @param forgotten how many deliveries were forgotten
   */
  record Result(int forgotten) {}
}
