package dev.quartermaster.testkit.payments;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A PaymentIntent of the {@link StripeStub}. */
final class StripeStubIntent {
  private final String id;
  private final long amount;
  private final String currency;
  private final String method;
  private final String payment;
  private final List<Refund> refunds = new ArrayList<>();
  private String status = "requires_confirmation";

  StripeStubIntent(String id, Map<String, String> form) {
    this.id = id;
    this.amount = Long.parseLong(form.getOrDefault("amount", "0"));
    this.currency = form.getOrDefault("currency", "");
    this.method = form.getOrDefault("payment_method", "");
    this.payment = form.getOrDefault("metadata[quartermaster_payment]", "");
  }

  String payment() {
    return payment;
  }

  /** How much of the money is the shop's. */
  long kept() {
    return received() - paidBack();
  }

  StripeStubAnswer shown() {
    return StripeStubAnswer.ok(json());
  }

  StripeStubAnswer confirmed() {
    if (!status.equals("requires_confirmation")) {
      return StripeStubAnswer.unexpectedState(status);
    }
    if (method.equals(StripeStub.BAD)) {
      status = "requires_payment_method";
      return StripeStubAnswer.error(402, "card_error", "card_declined", "Your card was declined.");
    }
    status = "requires_capture";
    return shown();
  }

  StripeStubAnswer moved(String from, String to) {
    if (!status.equals(from)) {
      return StripeStubAnswer.unexpectedState(status);
    }
    status = to;
    return shown();
  }

  StripeStubAnswer cancelled() {
    return moved(status.equals("requires_capture") ? status : "requires_confirmation", "canceled");
  }

  StripeStubAnswer refunded(String refundId, Map<String, String> form) {
    long wanted = Long.parseLong(form.getOrDefault("amount", "0"));
    if (wanted > kept()) {
      return StripeStubAnswer.error(
          400, "invalid_request_error", "", "Refund amount is greater than unrefunded amount");
    }
    Refund refund =
        new Refund(
            refundId,
            wanted,
            form.getOrDefault("metadata[quartermaster_refund]", ""),
            method.equals(StripeStub.UNREFUNDABLE) ? "failed" : "succeeded");
    refunds.add(refund);
    return StripeStubAnswer.ok(json(refund));
  }

  StripeStubAnswer refunds() {
    return StripeStubAnswer.ok(
        """
        {"object": "list", "url": "/v1/refunds", "has_more": false, "data": [%s]}
        """
            .formatted(refunds.stream().map(this::json).collect(Collectors.joining(","))));
  }

  private long received() {
    return status.equals("succeeded") ? amount : 0;
  }

  private long paidBack() {
    return refunds.stream()
        .filter(refund -> refund.status.equals("succeeded"))
        .mapToLong(Refund::amount)
        .sum();
  }

  private String json() {
    String error =
        status.equals("requires_payment_method")
            ? "{\"type\": \"card_error\", \"code\": \"card_declined\"}"
            : "null";
    return """
        {"id": "%s", "object": "payment_intent", "amount": %d, "amount_received": %d,
         "currency": "%s", "status": "%s", "last_payment_error": %s,
         "latest_charge": {"id": "ch_1", "object": "charge", "amount_refunded": %d},
         "metadata": {"quartermaster_payment": "%s"}}
        """
        .formatted(id, amount, received(), currency, status, error, paidBack(), payment);
  }

  private String json(Refund refund) {
    String failure = refund.status.equals("failed") ? "\"lost_or_stolen_card\"" : "null";
    return """
        {"id": "%s", "object": "refund", "amount": %d, "currency": "%s", "status": "%s",
         "failure_reason": %s, "payment_intent": "%s",
         "metadata": {"quartermaster_refund": "%s"}}
        """
        .formatted(refund.id, refund.amount, currency, refund.status, failure, id, refund.ours);
  }

  private record Refund(String id, long amount, String ours, String status) {}
}
