package dev.quartermaster.bench;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What the bench asks of the API, in the administrator's name unless a customer is given. */
final class Shop {
  private final Session admin;

  Shop(Session admin) {
    this.admin = admin;
  }

  /** Every product's id by its sku. */
  Map<String, String> products(Client client) throws InterruptedException {
    return list(client, admin, "/products?fields=id,sku&", 100, ListedProduct.class, _ -> false)
        .stream()
        .collect(Collectors.toMap(ListedProduct::sku, ListedProduct::id));
  }

  /** Creates the product, unless someone else just did. */
  void createIfMissing(Client client, CatalogueItem item) throws InterruptedException {
    Answer answer = admin.send(client, Call.postOnce("/products", item));
    if (!answer.is(409, "sku-taken")) {
      answer.expect(201);
    }
  }

  /** Creates the product and returns its id. */
  String create(Client client, CatalogueItem item) throws InterruptedException {
    return admin
        .send(client, Call.postOnce("/products", item))
        .expect(201)
        .as(ListedProduct.class)
        .id();
  }

  Stock stock(Client client, String productId) throws InterruptedException {
    return admin.send(client, Call.get(stockPath(productId))).expect(200).as(Stock.class);
  }

  void layIn(Client client, String productId, long pieces) throws InterruptedException {
    admin
        .send(
            client,
            Call.postOnce(
                stockPath(productId) + "/adjustments",
                Map.of("delta", pieces, "reason", "laid in for a load test")))
        .expect(201);
  }

  /** The product's entries in the ledger, the newest first. */
  List<Movement> movements(Client client, String productId) throws InterruptedException {
    return movements(client, productId, 100, _ -> false);
  }

  /** The product's entries in the ledger that are newer than that one, or all of them. */
  List<Movement> movementsSince(Client client, String productId, Optional<String> movementId)
      throws InterruptedException {
    return movements(
        client, productId, 100, movement -> movementId.equals(Optional.of(movement.id())));
  }

  /** The product's newest entry in the ledger. */
  Optional<String> newestMovement(Client client, String productId) throws InterruptedException {
    List<String> newest = new ArrayList<>();
    movements(client, productId, 1, movement -> newest.add(movement.id()));
    return newest.stream().findFirst();
  }

  private List<Movement> movements(
      Client client, String productId, int limit, Predicate<Movement> end)
      throws InterruptedException {
    return list(client, admin, stockPath(productId) + "/movements?", limit, Movement.class, end);
  }

  private static String stockPath(String productId) {
    return "/products/" + productId + "/stock";
  }

  /** The request that places an order; it takes effect once, however often it is sent. */
  static Call placing(List<PlacedOrder.Line> lines) {
    return Call.postOnce("/orders", Map.of("items", lines));
  }

  /** The request that pays an order; it is charged once, however often it is sent. */
  static Call paying(String orderId, String method) {
    return Call.postOnce("/orders/" + orderId + "/payments", Map.of("paymentMethod", method));
  }

  /** The request that cancels an order. */
  static Call cancelling(String orderId) {
    return Call.postOnce("/orders/" + orderId + "/cancel", Map.of());
  }

  void ship(Client client, String orderId) throws InterruptedException {
    admin
        .send(
            client,
            Call.postOnce(
                "/orders/" + orderId + "/ship", Map.of("carrier", "DHL", "tracking", orderId)))
        .expect(200);
  }

  /** Pays all of it back; if the gateway takes its time, that goes on by itself. */
  void refund(Client client, String orderId) throws InterruptedException {
    Answer answer =
        admin.send(
            client, Call.postOnce("/orders/" + orderId + "/refund", Map.of("reason", "sent back")));
    if (answer.status() != 202) {
      answer.expect(200);
    }
  }

  /** The order, as the person may see it. */
  Answer order(Client client, Session reader, String orderId) throws InterruptedException {
    return reader.send(client, Call.get("/orders/" + orderId));
  }

  /** The order, as the administrator sees it. */
  Answer order(Client client, String orderId) throws InterruptedException {
    return order(client, admin, orderId);
  }

  /** The customer's orders. */
  List<PlacedOrder> orders(Client client, Session customer) throws InterruptedException {
    return list(client, customer, "/orders?", 100, PlacedOrder.class, _ -> false);
  }

  /**
   * What the server itself finds to disagree between orders, payments and stock.
   *
   * @return nothing when the server has no such comparison
   */
  Optional<List<String>> disagreements(Client client) throws InterruptedException {
    if (admin.send(client, Call.get("/reconciliation?limit=1")).status() == 404) {
      return Optional.empty();
    }
    return Optional.of(
        list(client, admin, "/reconciliation?", 100, Disagreement.class, _ -> false).stream()
            .map(Disagreement::toString)
            .toList());
  }

  /** What the server itself finds of its audit trail. */
  AuditVerification verifyAudit(Client client) throws InterruptedException {
    return admin
        .send(client, Call.get("/audit-events/verify"))
        .expect(200)
        .as(AuditVerification.class);
  }

  /** Walks the list up to its end, or to the first entry that is the end for the caller. */
  private static <T> List<T> list(
      Client client, Session reader, String path, int limit, Class<T> type, Predicate<T> end)
      throws InterruptedException {
    List<T> entries = new ArrayList<>();
    Optional<String> cursor = Optional.of("");
    while (cursor.isPresent()) {
      Answer answer =
          reader
              .send(client, Call.get(path + "limit=" + limit + "&after=" + encoded(cursor.get())))
              .expect(200);
      for (JsonNode node : answer.body().path("data")) {
        T entry = answer.as(node, type);
        if (end.test(entry)) {
          return entries;
        }
        entries.add(entry);
      }
      cursor = Optional.ofNullable(answer.body().path("pagination").path("next").textValue());
    }
    return entries;
  }

  private static String encoded(String cursor) {
    return URLEncoder.encode(cursor, StandardCharsets.UTF_8);
  }

  /** Two of the server's records that do not tell the same story. */
  record Disagreement(String kind, String detail) {
    @Override
    public String toString() {
      return kind + ": " + detail;
    }
  }

  /**
   * @param valid whether every link of the chain holds
   * @param verified how many entries have been looked at
   */
  record AuditVerification(boolean valid, long verified) {}

  record ListedProduct(String id, String sku) {
    ListedProduct {
      requireNonNull(id, "id is missing");
      requireNonNull(sku, "sku is missing");
    }
  }
}
