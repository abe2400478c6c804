package dev.quartermaster.bootstrap.endtoend;

import static dev.quartermaster.bootstrap.endtoend.Shop.API;
import static dev.quartermaster.bootstrap.endtoend.Shop.anonymous;

import dev.quartermaster.bootstrap.Mailbox;
import dev.quartermaster.testkit.payments.StripeStubEvents;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Requests that succeed by a proof which takes steps to get: a code, a mail, a provider's word. */
final class ProvenRequests {
  private static final String TOTP = API + "/auth/mfa/totp";
  private static final String OIDC = API + "/auth/oidc/" + SignInIssuer.PROVIDER;
  private static final String TICKET = "quartermaster-oidc-" + SignInIssuer.PROVIDER;

  private final Runnable sendMails;

  /**
   * @param sendMails sends the mails that are due
   */
  ProvenRequests(Runnable sendMails) {
    this.sendMails = sendMails;
  }

  /**
   * Takes the steps.
   *
   * @param people whose customer has done nothing yet
   * @return sends the request; empty for an operation that needs no such steps
   */
  Optional<Supplier<Response>> prepare(String operationId, AccessPeople people) {
    return Optional.ofNullable(
        switch (operationId) {
          case "beginExternalSignIn" -> ProvenRequests::begin;
          case "completeExternalSignIn" -> completeExternalSignIn();
          case "completeLogIn" -> completeLogIn(people);
          case "confirmTotp" -> {
            Map<String, Object> first = Map.of("code", enrolled(people).code(0));
            yield () -> customer(people).body(first).post(TOTP + "/confirm");
          }
          case "disableTotp" -> {
            Map<String, Object> next = Map.of("code", enabled(people).code(1));
            yield () -> customer(people).body(next).delete(TOTP);
          }
          case "renewRecoveryCodes" -> {
            Map<String, Object> next = Map.of("code", enabled(people).code(1));
            yield () -> customer(people).body(next).post(API + "/auth/mfa/recovery-codes");
          }
          case "verifyEmail" -> verifyEmail(people);
          case "resetPassword" -> resetPassword(people);
          case "endSession" -> endSession(people);
          case "cancelJob" -> {
            String job = people.newJobOfCustomer();
            yield () -> customer(people).post(API + "/jobs/" + job + "/cancel");
          }
          case "retryJob" -> {
            String job = people.newJobOfCustomer();
            customer(people).post(API + "/jobs/" + job + "/cancel").then().statusCode(200);
            RequestSpecification operator = people.ask(Asker.ADMIN, Optional.empty());
            yield () -> operator.post(API + "/jobs/" + job + "/retry");
          }
          case "receiveStripeEvent" -> receiveStripeEvent(people);
          default -> null;
        });
  }

  private static Response begin() {
    return anonymous().redirects().follow(false).get(OIDC);
  }

  private static Supplier<Response> completeExternalSignIn() {
    Response begun = begin();
    String address = begun.header("Location");
    String code =
        SignInIssuer.running().signIn(address, UUID.randomUUID().toString(), Shop.newEmail(), true);
    return () ->
        anonymous()
            .cookie(TICKET, begun.detailedCookie(TICKET).getValue())
            .queryParam("code", code)
            .queryParam("state", SignInIssuer.parameters(address).get("state"))
            .get(OIDC + "/callback");
  }

  private static Supplier<Response> completeLogIn(AccessPeople people) {
    AuthenticatorApp app = enabled(people);
    String mfaToken =
        anonymous().body(people.credentialsOfCustomer()).post(API + "/auth/login").path("mfaToken");
    Map<String, Object> body = Map.of("mfaToken", mfaToken, "code", app.code(1));
    return () -> anonymous().body(body).post(API + "/auth/login/mfa");
  }

  private Supplier<Response> verifyEmail(AccessPeople people) {
    Map<String, Object> body = Map.of("token", mailedToken(people, 1));
    return () -> anonymous().body(body).post(API + "/auth/email/verify");
  }

  private Supplier<Response> resetPassword(AccessPeople people) {
    anonymous()
        .body(Map.of("email", people.emailOfCustomer()))
        .post(API + "/auth/password/forgot")
        .then()
        .statusCode(202);
    Map<String, Object> body =
        Map.of("token", mailedToken(people, 2), "password", "battery-staple-horse");
    return () -> anonymous().body(body).post(API + "/auth/password/reset");
  }

  private String mailedToken(AccessPeople people, int mails) {
    String email = people.emailOfCustomer();
    sendMails.run();
    return Mailbox.awaitMailsTo(email, mails).getFirst().get("token");
  }

  private static Supplier<Response> endSession(AccessPeople people) {
    Shop.logIn(people.emailOfCustomer(), Shop.PASSWORD).then().statusCode(200);
    String other =
        customer(people).get(API + "/users/me/sessions").path("data.find { !it.current }.id");
    return () -> customer(people).delete(API + "/users/me/sessions/" + other);
  }

  private static Supplier<Response> receiveStripeEvent(AccessPeople people) {
    String payment =
        customer(people)
            .body(Map.of("paymentMethod", "pm_slow"))
            .post(API + "/orders/" + people.newOrderOfCustomer() + "/payments")
            .path("id");
    String event = StripeStubEvents.event("payment_intent.succeeded", payment);
    return () ->
        anonymous()
            .header(
                "Stripe-Signature",
                StripeStubEvents.signature(event, StripeStubEvents.SECRET, Instant.now()))
            .body(event)
            .post(API + "/webhooks/stripe");
  }

  private static AuthenticatorApp enrolled(AccessPeople people) {
    return new AuthenticatorApp(
        customer(people).body(Map.of("password", Shop.PASSWORD)).post(TOTP).path("secret"));
  }

  private static AuthenticatorApp enabled(AccessPeople people) {
    AuthenticatorApp app = enrolled(people);
    customer(people)
        .body(Map.of("code", app.code(0)))
        .post(TOTP + "/confirm")
        .then()
        .statusCode(200);
    return app;
  }

  private static RequestSpecification customer(AccessPeople people) {
    return people.ask(Asker.CUSTOMER, Optional.empty());
  }
}
