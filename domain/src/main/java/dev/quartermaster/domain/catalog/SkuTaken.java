package dev.quartermaster.domain.catalog;

import dev.quartermaster.domain.shared.DomainException;
import dev.quartermaster.domain.shared.ErrorKind;

/** A living product already has the sku. */
public final class SkuTaken extends DomainException {
  private static final long serialVersionUID = 1L;

  /** The stable code of this rule. */
  public static final String CODE = "sku-taken";

  public SkuTaken(Sku sku) {
    super(
        ErrorKind.CONFLICT,
        CODE,
        "A product has the sku " + sku + "; edit it, or use another sku.");
  }
}
