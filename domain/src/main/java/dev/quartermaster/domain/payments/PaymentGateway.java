package dev.quartermaster.domain.payments;

import dev.quartermaster.domain.shared.Money;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Whoever moves the money. Each call may take effect although its answer is lost, and then {@link
 * dev.quartermaster.domain.shared.Unavailable} is thrown; to repeat it is safe, since the gateway
 * knows each step by the payment's or refund's id and carries it out once. Every call is bounded in
 * time, and none is made within a transaction.
 */
public interface PaymentGateway {

  /** Whether it could be paid by that method, as far as can be told without asking anybody. */
  boolean accepts(String method);

  /** Asks to set the money aside. */
  Charge authorise(PaymentId paymentId, String method, Money amount);

  /** Asks to take the money that is set aside; a charge in another state stays as it is. */
  Charge capture(PaymentId paymentId);

  /**
   * Asks to let go of the money that is set aside. A charge that the gateway does not know cannot
   * come about later; one that was captured stays as it is.
   */
  Charge cancel(PaymentId paymentId, Money amount);

  /**
   * Asks to pay a part of what was captured back, or all. A refund that the gateway will never
   * carry out is among the charge's refusals.
   */
  Charge refund(PaymentId paymentId, RefundId refundId, Money amount);

  /** The charge as it is now, if the gateway knows of one. */
  Optional<Charge> lookUp(PaymentId paymentId);

  /** Those charges of the payments that the gateway knows, as they are now, in any order. */
  List<Charge> lookUp(Collection<PaymentId> paymentIds);

  /**
   * Charges as they are now, whoever asked for them, the newest first.
   *
   * @param limit how many at the most
   */
  List<Charge> newest(int limit);
}
