package dev.quartermaster.bootstrap.endtoend;

import static dev.quartermaster.bootstrap.endtoend.Shop.API;
import static dev.quartermaster.bootstrap.endtoend.Shop.anonymous;
import static dev.quartermaster.bootstrap.endtoend.Shop.as;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.domain.shared.Permission;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

/**
 * The people and programs of the {@link AccessWalkTest} and the {@link QueryBudgetTest}, and what
 * is the customer's.
 */
final class AccessPeople {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final DataSource database;
  private final int rows;
  private final boolean jobsAreWorkedOn;
  private final Map<Asker, Account> accounts = new EnumMap<>(Asker.class);
  private final Map<Set<Permission>, String> keys = new HashMap<>();
  private final Map<Asker, String> usedUp = new EnumMap<>(Asker.class);
  private final List<String> products = new ArrayList<>();
  private String job = "";
  private String webhook = "";
  private Map<String, Object> delivery = Map.of();

  /** People who have one thing of each kind. */
  AccessPeople(DataSource database) {
    this(database, 1, true);
  }

  /**
   * @param database of the application
   * @param rows how many sessions each of them has, how many lines an order, and each list
   * @param jobsAreWorkedOn whether the application works on jobs
   */
  AccessPeople(DataSource database, int rows, boolean jobsAreWorkedOn) {
    this.database = database;
    this.rows = rows;
    this.jobsAreWorkedOn = jobsAreWorkedOn;
  }

  /**
   * A request of whoever asks.
   *
   * @param permission what the rule of the operation is about
   */
  RequestSpecification ask(Asker asker, Optional<Permission> permission) {
    return proven(asker, permission).filter(new StreamBeginning());
  }

  private RequestSpecification proven(Asker asker, Optional<Permission> permission) {
    return switch (asker) {
      case NOBODY -> anonymous();
      case CUSTOMER, OTHER_CUSTOMER, STAFF, ADMIN -> as(account(asker).token());
      case KEY_WITH_SCOPE -> withKey(usableKey(permission.map(Set::of).orElse(all())));
      case KEY_WITHOUT_SCOPE -> withKey(usableKey(allBut(permission)));
      case EXPIRED_KEY -> withKey(usedUp.computeIfAbsent(asker, _ -> expiredKey()));
      case REVOKED_KEY -> withKey(usedUp.computeIfAbsent(asker, _ -> revokedKey()));
      case EXPIRED_SESSION -> as(usedUp.computeIfAbsent(asker, _ -> expiredToken()));
    };
  }

  static RequestSpecification withKey(String key) {
    return anonymous().header("X-API-Key", key);
  }

  /** Sees to it that there are as many as were asked for in each list. */
  void fillLists() {
    CopiedRows copies = new CopiedRows(database);
    copies.copy(
        "users", idOfCustomer(), rows - 1, Map.of("email", "gen_random_uuid() || '@example.com'"));
    copies.copy(
        "api_keys",
        newApiKeyOfCustomer(),
        rows - 1,
        Map.of("prefix", "gen_random_uuid()", "revoked_at", "now()"));
    copies.copy("webhooks", webhook(), rows - 1, Map.of("owner_id", "gen_random_uuid()"));
    for (int row = 0; row < rows; row++) {
      newOrderOfCustomer();
      adjustStock();
      newParkedMail();
    }
  }

  private void adjustStock() {
    as(account(Asker.ADMIN).token())
        .body(Map.of("delta", 1, "reason", "found"))
        .post(API + "/products/" + product() + "/stock/adjustments")
        .then()
        .statusCode(201);
  }

  String idOfCustomer() {
    return account(Asker.CUSTOMER).id();
  }

  String emailOfCustomer() {
    return account(Asker.CUSTOMER).email();
  }

  Map<String, Object> credentialsOfCustomer() {
    return Map.of("email", emailOfCustomer(), "password", Shop.PASSWORD);
  }

  String newRefreshToken() {
    return Shop.logIn(emailOfCustomer(), Shop.PASSWORD).path("refreshToken");
  }

  /** The id of a product with plenty of stock. */
  String product() {
    return products().getFirst();
  }

  /** One piece of each of some products. */
  Map<String, Object> order() {
    return Map.of(
        "items",
        products().stream().map(product -> Map.of("productId", product, "quantity", 1)).toList());
  }

  private List<String> products() {
    while (products.size() < rows) {
      products.add(Shop.newProduct(account(Asker.ADMIN).token(), 1_000));
    }
    return products;
  }

  String newProduct() {
    return Shop.newProduct(account(Asker.ADMIN).token(), 0);
  }

  String newOrderOfCustomer() {
    return as(account(Asker.CUSTOMER).token())
        .body(order())
        .post(API + "/orders")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  /** The path of an order's payment, which paid it. */
  Map<String, Object> newPaymentOfCustomer() {
    String order = newOrderOfCustomer();
    String payment =
        as(account(Asker.CUSTOMER).token())
            .body(Map.of("paymentMethod", "pm_ok"))
            .post(API + "/orders/" + order + "/payments")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    return Map.of("id", order, "paymentId", payment);
  }

  String newPaidOrderOfCustomer() {
    return newPaymentOfCustomer().get("id").toString();
  }

  String newShippedOrderOfCustomer() {
    String order = newPaidOrderOfCustomer();
    as(account(Asker.ADMIN).token())
        .body(Map.of("carrier", "DHL", "tracking", "4711"))
        .post(API + "/orders/" + order + "/ship")
        .then()
        .statusCode(200);
    return order;
  }

  /** The id of a key from a time when the customer was an administrator. */
  String newApiKeyOfCustomer() {
    Account customer = account(Asker.CUSTOMER);
    assign(customer.id(), "admin");
    String id = newKey(customer, Set.of(Permission.ORDERS_READ)).path("id");
    assign(customer.id(), "customer");
    return id;
  }

  /**
   * The id of a job from a time when the customer was an administrator; it is over, if any ever is.
   */
  String jobOfCustomer() {
    if (job.isEmpty()) {
      job = newJobOfCustomer();
      long giveUp = System.nanoTime() + PATIENCE.toNanos();
      while (jobsAreWorkedOn
          && as(account(Asker.CUSTOMER).token()).get(API + "/jobs/" + job).path("finishedAt")
              == null) {
        assertThat(System.nanoTime()).as("the job never ends").isLessThan(giveUp);
        LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
      }
    }
    return job;
  }

  /** The id of a job from a time when the customer was an administrator; it has just begun. */
  String newJobOfCustomer() {
    Account customer = account(Asker.CUSTOMER);
    assign(customer.id(), "admin");
    String id =
        as(customer.token())
            .contentType("application/x-ndjson")
            .body("{}".getBytes(StandardCharsets.UTF_8))
            .post(API + "/products/import")
            .then()
            .statusCode(202)
            .extract()
            .path("id");
    assign(customer.id(), "customer");
    return id;
  }

  /** What a webhook shall be that no event is ever sent to. */
  static Map<String, Object> newWebhookRequest() {
    return Map.of("url", "http://127.0.0.1:9/hooks", "eventTypes", List.of("nothing.happened"));
  }

  /** The id of a webhook of the administrator's. */
  String webhook() {
    if (webhook.isEmpty()) {
      webhook =
          as(account(Asker.ADMIN).token())
              .body(newWebhookRequest())
              .post(API + "/webhooks")
              .then()
              .statusCode(201)
              .extract()
              .path("id");
    }
    return webhook;
  }

  /** The id of another such webhook, of an owner of its own, since one may not have many. */
  String newWebhook() {
    UUID id = UUID.randomUUID();
    change(
        """
        INSERT INTO webhooks
        SELECT (jsonb_populate_record(
            original, jsonb_build_object('id', ?::uuid, 'owner_id', gen_random_uuid()))).*
        FROM webhooks AS original WHERE id = ?
        """,
        1,
        id,
        UUID.fromString(webhook()));
    return id.toString();
  }

  /** The path of one of the webhook's deliveries, of which there are as many as were asked for. */
  Map<String, Object> delivery() {
    if (delivery.isEmpty()) {
      UUID id = UUID.randomUUID();
      change(
          """
          INSERT INTO webhook_deliveries (id, webhook_id, event_id, event_type, aggregate_type,
                                          aggregate_id, body, state, attempts, next_attempt_at,
                                          attempt_url, attempted_at, duration_ms, answer_status,
                                          created_at, updated_at, version)
          SELECT CASE WHEN number = 1 THEN ? ELSE gen_random_uuid() END, ?, gen_random_uuid(),
                 'order.placed', 'order', number::text, '{}', 'delivered', 1, now(),
                 'http://127.0.0.1:9/hooks', now(), 20, 204, now(), now(), 1
          FROM generate_series(1, ?) AS number
          """,
          rows,
          id,
          UUID.fromString(webhook()),
          rows);
      delivery = Map.of("id", webhook(), "deliveryId", id.toString());
    }
    return delivery;
  }

  /** The id of a mail that was given up; nobody can read what is in it. */
  String newParkedMail() {
    UUID id = UUID.randomUUID();
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                """
                INSERT INTO mails (id, recipient, language, template, parameters, created_at,
                                   attempts, next_attempt_at, parked_at, failure)
                VALUES (?, 'nobody@example.com', 'en', 'welcome', 'sealed', now(), 1, now(), now(),
                        '550 no such mailbox')
                """)) {
      statement.setObject(1, id);
      statement.executeUpdate();
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
    return id.toString();
  }

  private Account account(Asker asker) {
    Account known = accounts.get(asker);
    if (known == null) {
      known = signUp();
      accounts.put(asker, known);
      switch (asker) {
        case STAFF -> assign(known.id(), "staff");
        case ADMIN -> assign(known.id(), "admin");
        default -> {}
      }
    }
    return known;
  }

  private Account signUp() {
    String email = Shop.newEmail();
    String id =
        anonymous()
            .body(Map.of("name", "Ada", "email", email, "password", Shop.PASSWORD))
            .post(API + "/users")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    String token = token(email);
    new CopiedRows(database).copy("sessions", sessionOf(token), rows - 1, Map.of());
    return new Account(id, email, token);
  }

  private static String token(String email) {
    return Shop.logIn(email, Shop.PASSWORD).then().statusCode(200).extract().path("token");
  }

  private static void assign(String user, String role) {
    as(Shop.administrator())
        .header("If-Match", "*")
        .body(Map.of("roles", List.of(role)))
        .put(API + "/users/" + user + "/roles")
        .then()
        .statusCode(200);
  }

  private String usableKey(Set<Permission> scopes) {
    return keys.computeIfAbsent(scopes, _ -> newKey(account(Asker.ADMIN), scopes).path("key"));
  }

  private String expiredKey() {
    Response key = newKey(account(Asker.ADMIN), all());
    expire("api_keys", key.path("id"));
    return key.path("key");
  }

  private String revokedKey() {
    Response key = newKey(account(Asker.ADMIN), all());
    as(account(Asker.ADMIN).token())
        .header("If-Match", "*")
        .delete(API + "/api-keys/" + key.path("id"))
        .then()
        .statusCode(204);
    return key.path("key");
  }

  /** The token of a session of the customer's whose time is over; the token's own is not. */
  private String expiredToken() {
    String token = token(emailOfCustomer());
    expire("sessions", sessionOf(token));
    return token;
  }

  private static String sessionOf(String token) {
    byte[] claims = Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]);
    return JsonPath.from(new String(claims, StandardCharsets.UTF_8)).getString("sid");
  }

  private static Response newKey(Account owner, Set<Permission> scopes) {
    return as(owner.token())
        .body(Map.of("name", "walker", "scopes", scopes.stream().map(Permission::code).toList()))
        .post(API + "/api-keys")
        .then()
        .statusCode(201)
        .extract()
        .response();
  }

  /** Lets the time of a row be over, for which nobody could wait. */
  private void expire(String table, String id) {
    change(
        "UPDATE " + table + " SET expires_at = now() - interval '1 second' WHERE id = ?",
        1,
        UUID.fromString(id));
  }

  private void change(String sql, int changed, Object... values) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int index = 0; index < values.length; index++) {
        statement.setObject(index + 1, values[index]);
      }
      if (statement.executeUpdate() != changed) {
        throw new AssertionError("not " + changed + " rows: " + sql);
      }
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static Set<Permission> all() {
    return EnumSet.allOf(Permission.class);
  }

  private static Set<Permission> allBut(Optional<Permission> permission) {
    Set<Permission> others = all();
    permission.ifPresent(others::remove);
    return others;
  }

  private record Account(String id, String email, String token) {}
}
