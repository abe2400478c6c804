package dev.quartermaster.domain.ordering;

import dev.quartermaster.domain.shared.DomainException;
import dev.quartermaster.domain.shared.ErrorKind;

/** The order is past being called off. */
public final class OrderNotCancellable extends DomainException {
  private static final long serialVersionUID = 1L;

  /** The stable code of this rule. */
  public static final String CODE = "order-not-cancellable";

  public OrderNotCancellable(Order order) {
    super(
        ErrorKind.CONFLICT,
        CODE,
        "Only an order that waits for its payment can be cancelled; this one is "
            + order.status().code()
            + ".");
  }
}
