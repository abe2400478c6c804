package dev.quartermaster.bootstrap.endtoend;

import static dev.quartermaster.bootstrap.endtoend.Convention.CONDITIONAL_READ;
import static dev.quartermaster.bootstrap.endtoend.Convention.FIELDS;
import static dev.quartermaster.bootstrap.endtoend.Convention.HEAD;
import static dev.quartermaster.bootstrap.endtoend.Convention.IDEMPOTENCY;
import static dev.quartermaster.bootstrap.endtoend.Convention.LINKS;
import static dev.quartermaster.bootstrap.endtoend.Convention.LIST;
import static dev.quartermaster.bootstrap.endtoend.Convention.PRECONDITION;
import static dev.quartermaster.bootstrap.endtoend.Convention.UNKNOWN_PARAMETER;

import java.util.List;
import java.util.Optional;

/**
 * The operations that do not keep to a convention, each with the reason. One that keeps to it after
 * all fails here, as does one that is no more.
 */
final class ConventionExceptions {
  private static final String TOKENS =
      "Its answer holds tokens, codes or a cookie, or it ends what they are good for: nothing of it"
          + " is kept.";
  private static final String SECRET = "Its answer holds a secret, which is kept nowhere.";
  private static final String NO_VERSION =
      "Sessions have no version that somebody could overwrite: they only end.";
  private static final String PROVIDER =
      "It leads to a provider of sign-ins and back, and no provider is configured here.";
  private static final String FIXED = "RFC 7517 fixes its form.";
  private static final String ENDLESS = "It goes on without end: events as they come.";
  private static final String STREAM = "It streams a file of any length.";

  static final List<Row> ROWS =
      List.of(
          row("createApiKey", IDEMPOTENCY, SECRET),
          row("createWebhook", IDEMPOTENCY, SECRET),
          row("rotateWebhookSecret", IDEMPOTENCY, SECRET),
          row("logIn", IDEMPOTENCY, TOKENS),
          row("completeLogIn", IDEMPOTENCY, TOKENS),
          row("enrolTotp", IDEMPOTENCY, SECRET),
          row("confirmTotp", IDEMPOTENCY, SECRET),
          row("disableTotp", IDEMPOTENCY, TOKENS),
          row("renewRecoveryCodes", IDEMPOTENCY, SECRET),
          row("logOut", IDEMPOTENCY, TOKENS),
          row("logOutAll", IDEMPOTENCY, TOKENS),
          row("refresh", IDEMPOTENCY, TOKENS),
          row("openBrowserSession", IDEMPOTENCY, TOKENS),
          row("endBrowserSession", IDEMPOTENCY, TOKENS),
          row("requestPasswordReset", IDEMPOTENCY, TOKENS),
          row("resetPassword", IDEMPOTENCY, TOKENS),
          row("verifyEmail", IDEMPOTENCY, TOKENS),
          row("resendVerification", IDEMPOTENCY, TOKENS),
          row(
              "receiveStripeEvent",
              IDEMPOTENCY,
              "Stripe sends no such key, and an event only makes us look: twice is as good as once."),
          row("endSession", PRECONDITION, NO_VERSION),
          row("disableTotp", PRECONDITION, "It takes a code that is good for once."),
          row("endOtherSessions", PRECONDITION, NO_VERSION),
          row("endBrowserSession", PRECONDITION, NO_VERSION),
          row("getPublicKeys", FIELDS, FIXED),
          row("getPublicKeys", LINKS, FIXED),
          row("getBrowserSession", CONDITIONAL_READ, SECRET),
          row("verifyAuditTrail", CONDITIONAL_READ, "It verifies anew each time it is asked."),
          row("verifyEvents", CONDITIONAL_READ, "It verifies anew each time it is asked."),
          row("listIdentityProviders", LIST, "There are a handful, given whole."),
          row(
              "listSchedules",
              FIELDS,
              "A schedule has no links, which every resource is asked for."),
          row("listSchedules", LIST, "There are some ten, given whole."),
          row(
              "listSchedules",
              LINKS,
              "A schedule has no address, and nothing can be done with it."),
          row("listRejectedLines", FIELDS, "There are but two."),
          row("listRejectedLines", LIST, "There are a thousand at the most, given whole."),
          row(
              "listRejectedLines",
              LINKS,
              "A line has no address, and nothing can be done with it."),
          row("exportProducts", CONDITIONAL_READ, STREAM),
          row("exportProducts", FIELDS, STREAM),
          row("exportProducts", LINKS, STREAM),
          row("followEvents", CONDITIONAL_READ, ENDLESS),
          row("followEvents", FIELDS, ENDLESS),
          row("followEvents", LINKS, ENDLESS),
          row("followOrder", CONDITIONAL_READ, ENDLESS),
          row("followOrder", FIELDS, ENDLESS),
          row("followOrder", LINKS, ENDLESS),
          row("beginExternalSignIn", HEAD, PROVIDER),
          row("beginExternalSignIn", CONDITIONAL_READ, PROVIDER),
          row("beginExternalSignIn", FIELDS, PROVIDER),
          row("beginExternalSignIn", LINKS, PROVIDER),
          row("completeExternalSignIn", HEAD, PROVIDER),
          row("completeExternalSignIn", CONDITIONAL_READ, PROVIDER),
          row("completeExternalSignIn", FIELDS, PROVIDER),
          row("completeExternalSignIn", LINKS, PROVIDER),
          row(
              "completeExternalSignIn",
              UNKNOWN_PARAMETER,
              "The provider writes the address, and may add to it."));

  private ConventionExceptions() {}

  /** Why the operation does not keep to the convention, if it does not. */
  static Optional<Row> of(String operationId, Convention convention) {
    return ROWS.stream()
        .filter(row -> row.operationId.equals(operationId) && row.convention == convention)
        .findFirst();
  }

  private static Row row(String operationId, Convention convention, String reason) {
    return new Row(operationId, convention, reason);
  }

  /**
   * An exception.
   *
   * @param operationId the operation
   * @param convention what it does not keep to
   * @param reason why
   */
  record Row(String operationId, Convention convention, String reason) {}
}
