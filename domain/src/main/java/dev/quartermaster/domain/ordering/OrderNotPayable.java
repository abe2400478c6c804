package dev.quartermaster.domain.ordering;

import dev.quartermaster.domain.shared.DomainException;
import dev.quartermaster.domain.shared.ErrorKind;

/** The order does not wait for a payment, or its time to be paid is over. */
public final class OrderNotPayable extends DomainException {
  private static final long serialVersionUID = 1L;

  /** The stable code of this rule. */
  public static final String CODE = "order-not-payable";

  public OrderNotPayable(Order order) {
    super(
        ErrorKind.CONFLICT,
        CODE,
        "Only an order that waits for its payment can be paid, until its time is over; this one is "
            + order.status().code()
            + " and could be paid until "
            + order.expiresAt()
            + ".");
  }
}
