package dev.quartermaster.domain.inventory;

import dev.quartermaster.domain.shared.DomainException;
import dev.quartermaster.domain.shared.ErrorKind;
import dev.quartermaster.domain.shared.FieldError;
import java.util.List;

/** There are fewer pieces than wished for; nothing was reserved or changed. */
public final class InsufficientStock extends DomainException {
  private static final long serialVersionUID = 1L;

  /** The stable code of this rule. */
  public static final String CODE = "insufficient-stock";

  private final transient List<Shortage> shortages;

  public InsufficientStock(List<Shortage> shortages) {
    super(
        ErrorKind.CONFLICT,
        CODE,
        shortages.size() == 1
            ? "There is not enough stock of product " + shortages.getFirst().productId() + "."
            : "There is not enough stock for " + shortages.size() + " of the lines.",
        shortages.stream().map(InsufficientStock::asFieldError).toList());
    this.shortages = List.copyOf(shortages);
  }

  /** Every wish that could not be met. */
  public List<Shortage> shortages() {
    return shortages;
  }

  private static FieldError asFieldError(Shortage shortage) {
    return new FieldError(
        shortage.field(),
        "asks for "
            + shortage.requested()
            + ", but only "
            + shortage.available()
            + " are available");
  }
}
