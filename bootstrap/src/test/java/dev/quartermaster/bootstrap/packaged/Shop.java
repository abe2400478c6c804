package dev.quartermaster.bootstrap.packaged;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What tests do over and over with a node's shop. */
final class Shop {
  /** The settings that name the administrator. */
  static final Map<String, String> ADMINISTRATOR =
      Map.of(
          "QUARTERMASTER_ADMIN_EMAIL",
          "admin@example.com",
          "QUARTERMASTER_ADMIN_PASSWORD",
          "choose-a-rare-one");

  /** The password of everybody who signs up here. */
  static final String PASSWORD = "correct-horse-battery";

  private static final String API = "/api/v1";

  private Shop() {}

  static Caller administrator(RunningNode node) throws IOException {
    return loggedIn(
        node,
        ADMINISTRATOR.get("QUARTERMASTER_ADMIN_EMAIL"),
        ADMINISTRATOR.get("QUARTERMASTER_ADMIN_PASSWORD"));
  }

  /** A customer who has just signed up and logged in. */
  static Caller newCustomer(RunningNode node) throws IOException {
    return loggedIn(node, signUp(node), PASSWORD);
  }

  /** Opens an account and gives its e-mail address. */
  static String signUp(RunningNode node) throws IOException {
    String email = "customer-" + UUID.randomUUID() + "@example.com";
    Caller.anonymous(node)
        .post(
            API + "/users",
            "{\"name\":\"Ada\",\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, PASSWORD))
        .expecting(201);
    return email;
  }

  /** Logs in to an account that {@link #signUp} opened. */
  static Answer logIn(RunningNode node, String email) throws IOException {
    return logIn(node, email, PASSWORD);
  }

  private static Answer logIn(RunningNode node, String email, String password) throws IOException {
    return logIn(node, email, password, Map.of());
  }

  /** Tries a password, with more headers. */
  static Answer logIn(RunningNode node, String email, String password, Map<String, String> headers)
      throws IOException {
    return Caller.anonymous(node)
        .post(
            API + "/auth/login",
            "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password),
            headers);
  }

  private static Caller loggedIn(RunningNode node, String email, String password)
      throws IOException {
    return new Caller(
        node.address(), logIn(node, email, password).expecting(200).json().getString("token"));
  }

  static void logOut(Caller customer, String refreshToken) throws IOException {
    customer
        .post(API + "/auth/logout", "{\"refreshToken\":\"%s\"}".formatted(refreshToken))
        .expecting(204);
  }

  static Answer refresh(RunningNode node, String refreshToken) throws IOException {
    return Caller.anonymous(node)
        .post(API + "/auth/refresh", "{\"refreshToken\":\"%s\"}".formatted(refreshToken));
  }

  /** Who the caller is to the node. */
  static Answer me(Caller caller) throws IOException {
    return caller.get(API + "/users/me");
  }

  /** A new API key with one permission. */
  static Answer newApiKey(Caller administrator, String scope) throws IOException {
    return administrator
        .post(API + "/api-keys", "{\"name\":\"scanner\",\"scopes\":[\"%s\"]}".formatted(scope))
        .expecting(201);
  }

  static void revokeApiKey(Caller administrator, String id) throws IOException {
    administrator.delete(API + "/api-keys/" + id, Map.of("If-Match", "*")).expecting(204);
  }

  /** The id of a new product at 19.99 euros with that many pieces in stock. */
  static String newProduct(Caller administrator, int pieces) throws IOException {
    String id =
        administrator
            .post(
                API + "/products",
                "{\"sku\":\"T-%s\",\"name\":\"Tea light\",\"price\":%s}"
                    .formatted(UUID.randomUUID(), price(1999)))
            .expecting(201)
            .json()
            .getString("id");
    administrator
        .post(
            API + "/products/" + id + "/stock/adjustments",
            "{\"delta\":%d,\"reason\":\"first delivery\"}".formatted(pieces))
        .expecting(201);
    return id;
  }

  static Answer product(Caller caller, String id) throws IOException {
    return caller.get(API + "/products/" + id);
  }

  /** The price of a product that is among the newest, in the list of all. */
  static int listedPrice(Caller caller, String product) throws IOException {
    return caller
        .get(API + "/products?page=1&limit=20")
        .expecting(200)
        .json()
        .getInt("data.find { it.id == '%s' }.price.amount".formatted(product));
  }

  static void setPrice(Caller administrator, String product, int amount) throws IOException {
    administrator
        .patch(
            API + "/products/" + product,
            "{\"price\":%s}".formatted(price(amount)),
            Map.of("If-Match", "*"))
        .expecting(200);
  }

  private static String price(int amount) {
    return "{\"amount\":%d,\"currency\":\"EUR\"}".formatted(amount);
  }

  static Stock stock(Caller caller, String product) throws IOException {
    Answer stock = readStock(caller, product).expecting(200);
    return new Stock(
        stock.json().getInt("available"),
        stock.json().getInt("reserved"),
        stock.json().getInt("onHand"));
  }

  static Answer readStock(Caller caller, String product) throws IOException {
    return caller.get(API + "/products/" + product + "/stock");
  }

  /** The sums of a product's ledger, entry by entry. */
  static Stock ledger(Caller administrator, String product) throws IOException {
    List<Map<String, Integer>> movements =
        all(administrator, API + "/products/" + product + "/stock/movements");
    int onHand = movements.stream().mapToInt(movement -> movement.get("delta")).sum();
    int reserved = movements.stream().mapToInt(movement -> movement.get("reservedDelta")).sum();
    return new Stock(onHand - reserved, reserved, onHand);
  }

  static Answer order(Caller customer, String body) throws IOException {
    return customer.post(API + "/orders", body);
  }

  static Answer order(Caller customer, String body, String idempotencyKey) throws IOException {
    return customer.post(API + "/orders", body, Map.of("Idempotency-Key", idempotencyKey));
  }

  static Answer readOrder(Caller customer, String id) throws IOException {
    return customer.get(API + "/orders/" + id);
  }

  /** The caller's orders that wait for their payment. */
  static List<Map<String, List<Map<String, Object>>>> pendingOrders(Caller caller)
      throws IOException {
    return all(caller, API + "/orders?status=pending_payment");
  }

  /** The ids of the caller's orders that wait for their payment. */
  static List<String> pendingOrderIds(Caller caller) throws IOException {
    List<Map<String, String>> orders = all(caller, API + "/orders?status=pending_payment");
    return orders.stream().map(order -> order.get("id")).toList();
  }

  /** How many pieces of a product the caller's orders hold. */
  static int heldPieces(Caller caller, String product) throws IOException {
    return pendingOrders(caller).stream()
        .flatMap(order -> order.get("items").stream())
        .filter(line -> product.equals(line.get("productId")))
        .mapToInt(line -> (int) line.get("quantity"))
        .sum();
  }

  /** The body that orders a number of pieces of one product. */
  static String pieces(int quantity, String product) {
    return "{\"items\":[%s]}".formatted(line(product, quantity));
  }

  /** The body that orders a number of pieces of one product and as many of another. */
  static String pieces(int quantity, String product, String other) {
    return "{\"items\":[%s,%s]}".formatted(line(product, quantity), line(other, quantity));
  }

  private static String line(String product, int quantity) {
    return "{\"productId\":\"%s\",\"quantity\":%d}".formatted(product, quantity);
  }

  private static <T> List<T> all(Caller caller, String path) throws IOException {
    List<T> items = new ArrayList<>();
    String next = path + (path.contains("?") ? "&" : "?") + "limit=100&after=";
    while (next != null) {
      Answer part = caller.get(next).expecting(200);
      items.addAll(part.json().getList("data"));
      next = part.json().getString("links.next");
    }
    return items;
  }

  /** How many pieces of a product there are. */
  record Stock(int available, int reserved, int onHand) {}
}
