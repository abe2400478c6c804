package dev.quartermaster.bootstrap.endtoend;

import static dev.quartermaster.domain.shared.Permission.AUDIT_READ;
import static dev.quartermaster.domain.shared.Permission.CATALOG_WRITE;
import static dev.quartermaster.domain.shared.Permission.INVENTORY_WRITE;
import static dev.quartermaster.domain.shared.Permission.JOBS_WRITE;
import static dev.quartermaster.domain.shared.Permission.KEYS_WRITE;
import static dev.quartermaster.domain.shared.Permission.ORDERS_READ;
import static dev.quartermaster.domain.shared.Permission.ORDERS_WRITE;
import static dev.quartermaster.domain.shared.Permission.USERS_READ;
import static dev.quartermaster.domain.shared.Permission.USERS_WRITE;
import static dev.quartermaster.domain.shared.Permission.WEBHOOKS_WRITE;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * Who may do what: a row for each operation of the API's description, in its order.
 *
 * <p>To add an operation, add a row: its {@code operationId}, its {@link AccessRule}, and the least
 * that a request needs to succeed, aimed at a thing that belongs to the customer of the {@link
 * AccessPeople}. The request is made anew for each who asks, so what one of them deletes or cancels
 * the next finds again. Method and path come from the description; {@code If-Match: *} is sent with
 * each change. Say {@link Row#onNewPeople()} where the operation ends sessions or accounts, and
 * {@link Row#answering} where success is no 2xx.
 */
final class AccessTable {
  /** No provider of sign-ins is configured here; that there is none is told to everybody. */
  private static final String NO_PROVIDER = "none";

  /** Nobody was mailed this; that it is of no use is told to everybody. */
  private static final String NO_TOKEN = "none";

  static final List<Row> ROWS =
      List.of(
          row("getPublicKeys", AccessRule.open(), _ -> Request.plain()),
          row("createApiKey", AccessRule.peopleWith(KEYS_WRITE), people -> apiKey()),
          row("listApiKeys", AccessRule.peopleAndKeysWith(KEYS_WRITE), _ -> Request.plain()),
          row(
              "getApiKey",
              AccessRule.ownerOr(KEYS_WRITE),
              people -> Request.at(people.newApiKeyOfCustomer())),
          row(
              "revokeApiKey",
              AccessRule.ownerOr(KEYS_WRITE),
              people -> Request.at(people.newApiKeyOfCustomer())),
          row("listAuditEvents", AccessRule.with(AUDIT_READ), _ -> Request.plain()),
          row("verifyAuditTrail", AccessRule.with(AUDIT_READ), _ -> Request.plain()),
          row("followEvents", AccessRule.with(ORDERS_READ), _ -> Request.plain()),
          row("verifyEvents", AccessRule.with(ORDERS_READ), _ -> Request.plain()),
          row("listIdentityProviders", AccessRule.openButCounted(), _ -> Request.plain()),
          row(
                  "beginExternalSignIn",
                  AccessRule.openButCounted(),
                  _ -> Request.plain().with("provider", NO_PROVIDER))
              .answering(404),
          row(
                  "completeExternalSignIn",
                  AccessRule.openButCounted(),
                  _ -> Request.plain().with("provider", NO_PROVIDER))
              .answering(400),
          row(
              "logIn",
              AccessRule.openButCounted(),
              people -> Request.of(people.credentialsOfCustomer())),
          row(
                  "completeLogIn",
                  AccessRule.open(),
                  _ -> Request.of(Map.of("mfaToken", "none", "code", "none")))
              .answering(401),
          row("enrolTotp", AccessRule.people(), _ -> Request.of(Map.of("password", Shop.PASSWORD))),
          // Of people who have never set an app up.
          row("confirmTotp", AccessRule.people(), _ -> mfaCode()).onNewPeople().answering(409),
          row("disableTotp", AccessRule.people(), _ -> mfaCode()).answering(409),
          row("renewRecoveryCodes", AccessRule.people(), _ -> mfaCode()).answering(409),
          row(
                  "logOut",
                  AccessRule.people(),
                  people -> Request.of(Map.of("refreshToken", people.newRefreshToken())))
              .onNewPeople(),
          row("logOutAll", AccessRule.people(), _ -> Request.plain()).onNewPeople(),
          row(
              "refresh",
              AccessRule.openButCounted(),
              people -> Request.of(Map.of("refreshToken", people.newRefreshToken()))),
          row(
              "openBrowserSession",
              AccessRule.openButCounted(),
              people -> Request.of(Map.of("refreshToken", people.newRefreshToken()))),
          row("getBrowserSession", AccessRule.people(), _ -> Request.plain()),
          row("endBrowserSession", AccessRule.people(), _ -> Request.plain()).onNewPeople(),
          row(
              "requestPasswordReset",
              AccessRule.openButCounted(),
              _ -> Request.of(Map.of("email", Shop.newEmail()))),
          row(
                  "resetPassword",
                  AccessRule.openButCounted(),
                  _ -> Request.of(Map.of("token", NO_TOKEN, "password", Shop.PASSWORD)))
              .answering(400),
          row(
                  "verifyEmail",
                  AccessRule.openButCounted(),
                  _ -> Request.of(Map.of("token", NO_TOKEN)))
              .answering(400),
          row("resendVerification", AccessRule.people(), _ -> Request.plain()),
          row("listJobs", AccessRule.peopleAndKeysWith(JOBS_WRITE), _ -> Request.plain()),
          row("listSchedules", AccessRule.with(JOBS_WRITE), _ -> Request.plain()),
          row(
              "getJob",
              AccessRule.ownerOr(JOBS_WRITE),
              people -> Request.at(people.jobOfCustomer())),
          row(
              "listRejectedLines",
              AccessRule.ownerOr(JOBS_WRITE),
              people -> Request.at(people.jobOfCustomer())),
          // Of a job that is over before anybody could cancel it.
          row(
                  "cancelJob",
                  AccessRule.ownerOr(JOBS_WRITE),
                  people -> Request.at(people.jobOfCustomer()))
              .answering(409),
          // Of one that succeeded.
          row("retryJob", AccessRule.with(JOBS_WRITE), people -> Request.at(people.jobOfCustomer()))
              .answering(409),
          row("listParkedMails", AccessRule.with(JOBS_WRITE), _ -> Request.plain()),
          row(
              "getParkedMail",
              AccessRule.with(JOBS_WRITE),
              people -> Request.at(people.newParkedMail())),
          row(
              "retryMail",
              AccessRule.with(JOBS_WRITE),
              people -> Request.at(people.newParkedMail())),
          row(
              "placeOrder",
              AccessRule.peopleAndKeysWith(ORDERS_WRITE),
              people -> Request.of(people.order())),
          row("listOrders", AccessRule.peopleAndKeysWith(ORDERS_READ), _ -> Request.plain()),
          row(
              "getOrder",
              AccessRule.ownerOr(ORDERS_READ),
              people -> Request.at(people.newOrderOfCustomer())),
          row(
              "cancelOrder",
              AccessRule.ownerOr(ORDERS_WRITE),
              people -> Request.at(people.newOrderOfCustomer())),
          row(
              "deliverOrder",
              AccessRule.with(ORDERS_WRITE),
              people -> Request.at(people.newShippedOrderOfCustomer())),
          row(
              "followOrder",
              AccessRule.ownerOr(ORDERS_READ),
              people -> Request.at(people.newOrderOfCustomer())),
          row(
              "getOrderHistory",
              AccessRule.ownerOr(ORDERS_READ),
              people -> Request.at(people.newOrderOfCustomer())),
          row(
              "payOrder",
              AccessRule.ownerAlone(),
              people ->
                  Request.at(people.newOrderOfCustomer())
                      .sending(Map.of("paymentMethod", "pm_ok"))),
          row(
              "getPayment",
              AccessRule.ownerOr(ORDERS_READ),
              people -> Request.withAll(people.newPaymentOfCustomer())),
          row(
              "refundOrder",
              AccessRule.with(ORDERS_WRITE),
              people ->
                  Request.at(people.newPaidOrderOfCustomer())
                      .sending(Map.of("reason", "arrived broken"))),
          row(
              "shipOrder",
              AccessRule.with(ORDERS_WRITE),
              people ->
                  Request.at(people.newPaidOrderOfCustomer())
                      .sending(Map.of("carrier", "DHL", "tracking", "4711"))),
          row("listProducts", AccessRule.openToLookers(), _ -> Request.plain()),
          row(
              "applyProductBatch",
              AccessRule.with(CATALOG_WRITE),
              _ ->
                  Request.of(
                      Map.of(
                          "operations",
                          List.of(Map.of("op", "create", "product", product().body()))))),
          row("exportProducts", AccessRule.with(CATALOG_WRITE), _ -> Request.plain()),
          row(
              "importProducts",
              AccessRule.with(CATALOG_WRITE),
              _ -> product().as("application/x-ndjson")),
          row("createProduct", AccessRule.with(CATALOG_WRITE), _ -> product()),
          row("getProduct", AccessRule.openToLookers(), people -> Request.at(people.product())),
          row(
              "editProduct",
              AccessRule.with(CATALOG_WRITE),
              people -> Request.at(people.product()).sending(Map.of("name", "Candle"))),
          row(
              "deleteProduct",
              AccessRule.with(CATALOG_WRITE),
              people -> Request.at(people.newProduct())),
          row("getStock", AccessRule.openToLookers(), people -> Request.at(people.product())),
          row(
              "adjustStock",
              AccessRule.with(INVENTORY_WRITE),
              people ->
                  Request.at(people.product()).sending(Map.of("delta", 1, "reason", "found"))),
          row(
              "listStockMovements",
              AccessRule.with(INVENTORY_WRITE),
              people -> Request.at(people.product())),
          row("getReconciliation", AccessRule.with(ORDERS_READ), _ -> Request.plain()),
          row("signUp", AccessRule.openButCounted(), _ -> signUp()),
          row("listUsers", AccessRule.with(USERS_READ), _ -> Request.plain()),
          row("listSessions", AccessRule.people(), _ -> Request.plain()),
          // Of a session that nobody has, as one's own would end with it.
          row("endSession", AccessRule.people(), _ -> Request.at(UUID.randomUUID().toString()))
              .answering(404),
          row("endOtherSessions", AccessRule.people(), _ -> Request.plain()).onNewPeople(),
          row("getMe", AccessRule.people(), _ -> Request.plain()),
          row(
              "getUser",
              AccessRule.ownerOr(USERS_READ),
              people -> Request.at(people.idOfCustomer())),
          row(
              "editUser",
              AccessRule.ownerOrPeopleWith(USERS_WRITE),
              people -> Request.at(people.idOfCustomer()).sending(Map.of("name", "Ada King"))),
          row(
                  "deleteUser",
                  AccessRule.ownerOrPeopleWith(USERS_WRITE),
                  people -> Request.at(people.idOfCustomer()))
              .onNewPeople(),
          row(
              "assignRoles",
              AccessRule.with(USERS_WRITE),
              people ->
                  Request.at(people.idOfCustomer()).sending(Map.of("roles", List.of("customer")))),
          row("listWebhooks", AccessRule.with(WEBHOOKS_WRITE), _ -> Request.plain()),
          row("createWebhook", AccessRule.with(WEBHOOKS_WRITE), _ -> webhook()),
          row(
              "getWebhook",
              AccessRule.with(WEBHOOKS_WRITE),
              people -> Request.at(people.webhook())),
          row(
              "editWebhook",
              AccessRule.with(WEBHOOKS_WRITE),
              people -> Request.at(people.webhook()).sending(Map.of("description", "walked"))),
          row(
              "deleteWebhook",
              AccessRule.with(WEBHOOKS_WRITE),
              people -> Request.at(people.newWebhook())),
          row(
              "listDeliveries",
              AccessRule.with(WEBHOOKS_WRITE),
              people -> Request.at(people.delivery().get("id").toString())),
          row(
              "getDelivery",
              AccessRule.with(WEBHOOKS_WRITE),
              people -> Request.withAll(people.delivery())),
          row(
              "redeliver",
              AccessRule.with(WEBHOOKS_WRITE),
              people -> Request.withAll(people.delivery())),
          row(
              "replayEvents",
              AccessRule.with(WEBHOOKS_WRITE),
              people ->
                  Request.at(people.newWebhook())
                      .sending(
                          Map.of("from", "2026-01-01T00:00:00Z", "to", "2026-01-02T00:00:00Z"))),
          row(
              "rotateWebhookSecret",
              AccessRule.with(WEBHOOKS_WRITE),
              people -> Request.at(people.webhook())),
          // No payments go by Stripe here; that nothing is heard of it is told to everybody.
          row("receiveStripeEvent", AccessRule.open(), _ -> Request.of(Map.of("type", "none")))
              .answering(404));

  private AccessTable() {}

  private static Row row(
      String operationId, AccessRule rule, Function<AccessPeople, Request> request) {
    return new Row(operationId, rule, request, false, 200);
  }

  private static Request apiKey() {
    return Request.of(Map.of("name", "walker", "scopes", List.of("orders:read")));
  }

  private static Request mfaCode() {
    return Request.of(Map.of("code", "none"));
  }

  private static Request product() {
    return Request.of(
        Map.of(
            "sku",
            "W-" + UUID.randomUUID(),
            "name",
            "Tea light",
            "price",
            Map.of("amount", 1999, "currency", "EUR")));
  }

  private static Request webhook() {
    return Request.of(AccessPeople.newWebhookRequest());
  }

  private static Request signUp() {
    return Request.of(Map.of("name", "Ada", "email", Shop.newEmail(), "password", Shop.PASSWORD));
  }

  /**
   * An operation, and who may do it.
   *
   * @param operationId its name in the API's description
   * @param rule who may do it
   * @param request makes a request that succeeds
   * @param needsNewPeople whether sessions or accounts end by it
   * @param success the status of its success; 200 stands for every 2xx
   */
  record Row(
      String operationId,
      AccessRule rule,
      Function<AccessPeople, Request> request,
      boolean needsNewPeople,
      int success) {

    Row onNewPeople() {
      return new Row(operationId, rule, request, true, success);
    }

    /** The row of an operation that succeeds with that status rather than with a 2xx. */
    Row answering(int status) {
      return new Row(operationId, rule, request, needsNewPeople, status);
    }

    @Override
    public String toString() {
      return operationId;
    }
  }

  /**
   * The least that a request needs.
   *
   * @param parameters those of its path, by name
   * @param body what it sends as JSON; empty for no body
   * @param contentType as what it sends that
   */
  record Request(Map<String, Object> parameters, Map<String, Object> body, String contentType) {
    Request {
      parameters = Map.copyOf(parameters);
      body = Map.copyOf(body);
    }

    static Request plain() {
      return new Request(Map.of(), Map.of(), "application/json");
    }

    /** A request that names a thing as {@code {id}} in its path. */
    static Request at(String id) {
      return plain().with("id", id);
    }

    /** A request with all those parameters in its path. */
    static Request withAll(Map<String, Object> parameters) {
      return new Request(parameters, Map.of(), "application/json");
    }

    /** The request, with a parameter of its path. */
    Request with(String name, String value) {
      Map<String, Object> more = new HashMap<>(parameters);
      more.put(name, value);
      return new Request(more, body, contentType);
    }

    static Request of(Map<String, Object> body) {
      return plain().sending(body);
    }

    Request sending(Map<String, Object> newBody) {
      return new Request(parameters, newBody, contentType);
    }

    /** Its body as JSON. */
    byte[] content() {
      return new JsonObject(body).encode().getBytes(StandardCharsets.UTF_8);
    }

    /** The request, with its JSON sent as another type. */
    Request as(String newContentType) {
      return new Request(parameters, body, newContentType);
    }
  }
}
