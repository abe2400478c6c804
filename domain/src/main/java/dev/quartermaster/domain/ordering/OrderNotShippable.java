package dev.quartermaster.domain.ordering;

import dev.quartermaster.domain.shared.DomainException;
import dev.quartermaster.domain.shared.ErrorKind;

/** The order is not paid, or is on its way already. */
public final class OrderNotShippable extends DomainException {
  private static final long serialVersionUID = 1L;

  /** The stable code of this rule. */
  public static final String CODE = "order-not-shippable";

  public OrderNotShippable(Order order) {
    super(
        ErrorKind.CONFLICT,
        CODE,
        "Only a confirmed order can be shipped; this one is " + order.status().code() + ".");
  }
}
