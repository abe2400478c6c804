package dev.quartermaster.rest.payments;

import dev.quartermaster.domain.payments.Payment;
import dev.quartermaster.rest.shared.Preconditions;
import java.net.URI;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** How a payment is answered that somebody moved. */
final class PaymentAnswers {
  private PaymentAnswers() {}

  /** In that status once its end is known, and until then as accepted. */
  static RestResponse<PaymentView> of(Payment payment, Status settled) {
    return RestResponse.ResponseBuilder.create(
            payment.isSettled() ? settled : Status.ACCEPTED, PaymentView.of(payment))
        .location(URI.create(PaymentView.path(payment)))
        .tag(Preconditions.tag(payment.version()))
        .build();
  }
}
