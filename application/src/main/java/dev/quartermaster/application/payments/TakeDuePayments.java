package dev.quartermaster.application.payments;

import dev.quartermaster.domain.payments.PaymentId;
import java.util.List;

/** Takes up payments that nobody works on. */
public interface TakeDuePayments {

  /**
   * Takes payments whose next step is due; until a lease ends, no other node takes them.
   *
   * @return those to be carried on by {@link AdvancePayment}
   */
  Result take(Command command);

  /**
   * @param limit how many at the most
   */
  record Command(int limit) {}

  /**
   * @param paymentIds which payments were taken
   */
  record Result(List<PaymentId> paymentIds) {
    public Result {
      paymentIds = List.copyOf(paymentIds);
    }
  }
}
