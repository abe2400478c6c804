package dev.quartermaster.testkit.payments;

/** What the {@link StripeStub} answers. */
record StripeStubAnswer(int status, String body) {

  static StripeStubAnswer ok(String body) {
    return new StripeStubAnswer(200, body);
  }

  static StripeStubAnswer error(int status, String type, String code, String message) {
    return new StripeStubAnswer(
        status,
        """
        {"error": {"type": "%s", "code": "%s", "message": "%s"}}
        """
            .formatted(type, code, message));
  }

  static StripeStubAnswer ownFault() {
    return error(500, "api_error", "", "Something went wrong on our end");
  }

  static StripeStubAnswer unexpectedState(String status) {
    return error(
        400,
        "invalid_request_error",
        "payment_intent_unexpected_state",
        "This PaymentIntent's status is " + status);
  }
}
