package dev.quartermaster.domain.payments;

/** Where a charge is in the gateway's books. */
public enum ChargeStatus {
  /** The gateway has not decided yet. */
  PROCESSING,
  /** The money is set aside for us. */
  AUTHORIZED,
  /** The money was taken; what was paid back of it stands beside. */
  CAPTURED,
  /** Refused; nothing was taken. */
  DECLINED,
  /** Let go of; nothing was taken, and nothing can be any more. */
  VOIDED
}
