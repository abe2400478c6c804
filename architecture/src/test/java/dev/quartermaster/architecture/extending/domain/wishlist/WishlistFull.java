package dev.quartermaster.architecture.extending.domain.wishlist;

import dev.quartermaster.domain.shared.DomainException;
import dev.quartermaster.domain.shared.ErrorKind;

/** The list holds as many wishes as it can. */
public final class WishlistFull extends DomainException {
  private static final long serialVersionUID = 1L;

  /** The stable code of this rule. */
  public static final String CODE = "wishlist-full";

  public WishlistFull() {
    super(
        ErrorKind.CONFLICT,
        CODE,
        "The wishlist holds " + Wishlist.MAX_WISHES + " products, which is as many as it can.");
  }
}
