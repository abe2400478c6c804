package dev.quartermaster.domain.reconciliation;

import java.util.Locale;

/** In what ways records can disagree. */
public enum DisagreementKind {
  /** An order is confirmed, shipped or delivered, and nobody has paid it. */
  ORDER_NOT_PAID,
  /** An order is paid, and waits for its payment still or has ended for want of it. */
  PAID_ORDER_NOT_CONFIRMED,
  /** An order is refunded, and its payment was not paid back as a whole. */
  REFUND_NOT_PAID_BACK,
  /** A payment is not what the gateway's books say. */
  CHARGE_DIFFERS,
  /** The gateway has taken or set aside money that no payment is on record for. */
  CHARGE_WITHOUT_PAYMENT,
  /** The gateway does not tell what its books say. */
  CHARGE_UNKNOWN,
  /** A product's level is not the sum of its movements. */
  LEDGER_DIFFERS,
  /** More or fewer pieces of a product are reserved than its orders hold. */
  RESERVED_DIFFERS,
  /** An order that was sent or has ended holds stock still. */
  STOCK_STILL_HELD,
  /** An order that was not paid in time holds stock still, and no payment has time left. */
  RESERVATION_OUTLIVED;

  /** The name that clients know, such as {@code charge-differs}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
