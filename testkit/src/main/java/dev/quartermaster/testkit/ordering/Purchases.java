package dev.quartermaster.testkit.ordering;

import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.ordering.NewOrder;
import dev.quartermaster.domain.ordering.OrderId;
import dev.quartermaster.domain.ordering.OrderLine;
import dev.quartermaster.domain.shared.Identifiers;
import dev.quartermaster.domain.shared.Money;
import dev.quartermaster.domain.shared.UserId;
import java.time.Instant;
import java.util.Currency;
import java.util.List;

/** Orders to test with. */
public final class Purchases {
  private static final Currency EUR = Currency.getInstance("EUR");

  private Purchases() {}

  /** A line for so many mugs at 12.50 euros. */
  public static OrderLine mugs(ProductId productId, int quantity) {
    return line(productId, quantity, 1_250);
  }

  /** A line for so many pieces at that price in cents. */
  public static OrderLine line(ProductId productId, int quantity, long cents) {
    return new OrderLine(productId, "mug", "Mug", quantity, new Money(cents, EUR));
  }

  /** A new order of the customer for two mugs. */
  public static NewOrder twoMugs(Identifiers identifiers, UserId customer, Instant at) {
    return order(identifiers, customer, at, mugs(new ProductId(identifiers.next()), 2));
  }

  /** A new order of the customer for those lines. */
  public static NewOrder order(
      Identifiers identifiers, UserId customer, Instant at, OrderLine... lines) {
    return new NewOrder(
        new OrderId(identifiers.next()), customer, List.of(lines), at, "user:" + customer);
  }
}
