package dev.quartermaster.domain.ordering;

import dev.quartermaster.domain.shared.DomainException;
import dev.quartermaster.domain.shared.ErrorKind;

/** The order is not on its way. */
public final class OrderNotDeliverable extends DomainException {
  private static final long serialVersionUID = 1L;

  /** The stable code of this rule. */
  public static final String CODE = "order-not-deliverable";

  public OrderNotDeliverable(Order order) {
    super(
        ErrorKind.CONFLICT,
        CODE,
        "Only a shipped order can be delivered; this one is " + order.status().code() + ".");
  }
}
