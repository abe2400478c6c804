package dev.quartermaster.domain.ordering;

import dev.quartermaster.domain.shared.DomainException;
import dev.quartermaster.domain.shared.ErrorKind;

/** The order is not paid, or was paid back. */
public final class OrderNotRefundable extends DomainException {
  private static final long serialVersionUID = 1L;

  /** The stable code of this rule. */
  public static final String CODE = "order-not-refundable";

  public OrderNotRefundable(Order order) {
    super(
        ErrorKind.CONFLICT,
        CODE,
        "Only a paid order can be refunded; this one is " + order.status().code() + ".");
  }
}
