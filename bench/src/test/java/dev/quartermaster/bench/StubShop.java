package dev.quartermaster.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A server with just enough of the API, which can be told to fail or to count wrongly. */
final class StubShop implements AutoCloseable {
  static final String ADMIN = "admin@quartermaster.local";

  private final HttpServer server;
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, String> passwords = new HashMap<>(Map.of(ADMIN, "quartermaster-dev"));
  private final Map<String, String> owners = new HashMap<>();
  private final Map<String, String> skus = new LinkedHashMap<>();
  private final Map<String, long[]> levels = new HashMap<>();
  private final Map<String, List<Map<String, Object>>> movements = new HashMap<>();
  private final Map<String, Map<String, Object>> orders = new LinkedHashMap<>();
  private final Map<String, Reply> answered = new HashMap<>();
  private final AtomicInteger requests = new AtomicInteger();
  private volatile Fault fault = (_, _) -> Outcome.SERVE;
  private volatile long sellsPerPiece = 1;
  private volatile boolean forgetsKeys;
  private volatile boolean oversells;

  StubShop() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 500);
    server.setExecutor(executor);
    server.createContext("/api/v1/", this::handle);
    server.start();
  }

  String address() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /** Decides for each request what happens to it; the requests are numbered from 1. */
  StubShop failing(Fault decides) {
    fault = decides;
    return this;
  }

  /** Takes so many pieces off the stock for each one sold. */
  StubShop sellingPerPiece(long pieces) {
    sellsPerPiece = pieces;
    return this;
  }

  StubShop forgettingKeys() {
    forgetsKeys = true;
    return this;
  }

  StubShop overselling() {
    oversells = true;
    return this;
  }

  synchronized void loseAnOrder() {
    orders.remove(orders.keySet().iterator().next());
  }

  synchronized void bendTheLedger() {
    movements.values().forEach(List::clear);
  }

  synchronized void expireEveryOrder() {
    for (String id : List.copyOf(orders.keySet())) {
      Map<String, Object> order = new HashMap<>(orders.get(id));
      if (order.put("status", "expired").equals("pending_payment")) {
        lines(order).forEach(line -> move(line.productId(), "release", 0, -line.quantity()));
        orders.put(id, order);
      }
    }
  }

  synchronized int orderCount() {
    return orders.size();
  }

  synchronized void dropTokens() {
    owners.clear();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath().substring("/api/v1".length());
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      Outcome outcome =
          fault.on(requests.incrementAndGet(), exchange.getRequestMethod() + " " + path);
      Reply reply =
          switch (outcome) {
            case UNAVAILABLE -> problem(503, "unavailable");
            case LIMITED -> problem(429, "rate-limited");
            case BUSY -> problem(409, "idempotency-in-progress");
            case BROKEN -> problem(500, "internal");
            case DROP -> null;
            case SERVE, DROP_AFTERWARDS -> serve(exchange, path, Json.tree(body));
          };
      if (reply != null && outcome != Outcome.DROP_AFTERWARDS) {
        byte[] bytes = Json.write(reply.body()).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Retry-After", "0");
        exchange.sendResponseHeaders(reply.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
      }
    }
  }

  private synchronized Reply serve(HttpExchange exchange, String path, JsonNode body) {
    String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
    if (key == null || forgetsKeys) {
      return route(exchange, path, body);
    }
    Reply known = answered.get(key);
    Reply reply = known == null ? route(exchange, path, body) : known;
    answered.put(key, reply);
    return reply;
  }

  private Reply route(HttpExchange exchange, String path, JsonNode body) {
    String[] parts = path.substring(1).split("/", -1);
    boolean post = exchange.getRequestMethod().equals("POST");
    if (path.equals("/users") && post) {
      String email = body.path("email").asText();
      return passwords.putIfAbsent(email, body.path("password").asText()) == null
          ? new Reply(201, Map.of("email", email))
          : problem(409, "email-taken");
    }
    if (path.equals("/auth/login") && post) {
      return logIn(body.path("email").asText(), body.path("password").asText());
    }
    String user = owners.get(exchange.getRequestHeaders().getFirst("Authorization"));
    if (user == null) {
      return problem(401, "unauthorized");
    }
    if (parts[0].equals("products")) {
      return parts.length == 1
          ? post ? create(user, body) : page(exchange, products())
          : stock(exchange, user, parts, body);
    }
    if (parts.length == 2) {
      Map<String, Object> order = orders.get(parts[1]);
      return order != null && (user.equals(ADMIN) || user.equals(order.get("customer")))
          ? new Reply(200, order)
          : problem(404, "not-found");
    }
    return post
        ? place(user, body)
        : page(
            exchange,
            orders.values().stream().filter(order -> user.equals(order.get("customer"))).toList());
  }

  private Reply logIn(String email, String password) {
    if (!password.equals(passwords.get(email))) {
      return problem(401, "invalid-credentials");
    }
    String token = UUID.randomUUID().toString();
    owners.put("Bearer " + token, email);
    return new Reply(200, Map.of("token", token, "tokenType", "Bearer"));
  }

  private Reply create(String user, JsonNode body) {
    String sku = body.path("sku").asText();
    if (!user.equals(ADMIN)) {
      return problem(403, "forbidden");
    }
    if (skus.containsKey(sku)) {
      return problem(409, "sku-taken");
    }
    String id = UUID.randomUUID().toString();
    skus.put(sku, id);
    levels.put(id, new long[2]);
    movements.put(id, new ArrayList<>());
    return new Reply(201, Map.of("id", id, "sku", sku));
  }

  private List<Map<String, Object>> products() {
    return skus.entrySet().stream()
        .map(entry -> Map.<String, Object>of("id", entry.getValue(), "sku", entry.getKey()))
        .toList();
  }

  private Reply stock(HttpExchange exchange, String user, String[] parts, JsonNode body) {
    long[] level = levels.get(parts[1]);
    if (level == null || !user.equals(ADMIN)) {
      return problem(404, "not-found");
    }
    if (parts.length == 3) {
      return new Reply(
          200, Map.of("available", level[0] - level[1], "reserved", level[1], "onHand", level[0]));
    }
    if (parts[3].equals("movements")) {
      return page(exchange, movements.get(parts[1]).reversed());
    }
    move(parts[1], "adjustment", body.path("delta").asLong(), 0);
    return new Reply(201, Map.of());
  }

  private Reply place(String user, JsonNode body) {
    Map<String, Object> order = new HashMap<>();
    String id = UUID.randomUUID().toString();
    order.put("id", id);
    order.put("status", "pending_payment");
    order.put("customer", user);
    order.put("items", body.path("items"));
    List<PlacedOrder.Line> lines = lines(order);
    order.put("total", new Money(7L * lines.size(), "GBP"));
    Map<String, Long> wanted = new HashMap<>();
    lines.forEach(line -> wanted.merge(line.productId(), (long) line.quantity(), Long::sum));
    for (Map.Entry<String, Long> wish : wanted.entrySet()) {
      long[] level = levels.get(wish.getKey());
      if (!oversells && level[0] - level[1] < wish.getValue()) {
        return problem(409, "insufficient-stock");
      }
    }
    wanted.forEach((product, pieces) -> move(product, "reservation", 0, pieces * sellsPerPiece));
    orders.put(id, order);
    return new Reply(201, order);
  }

  private static List<PlacedOrder.Line> lines(Map<String, Object> order) {
    List<PlacedOrder.Line> lines = new ArrayList<>();
    for (JsonNode item : (JsonNode) order.get("items")) {
      lines.add(
          new PlacedOrder.Line(item.path("productId").asText(), item.path("quantity").asInt()));
    }
    return lines;
  }

  private void move(String productId, String kind, long delta, long reservedDelta) {
    levels.get(productId)[0] += delta;
    levels.get(productId)[1] += reservedDelta;
    movements
        .get(productId)
        .add(
            Map.of(
                "id",
                UUID.randomUUID().toString(),
                "kind",
                kind,
                "delta",
                delta,
                "reservedDelta",
                reservedDelta));
  }

  /** Pages of two, whatever the limit, so that every walk needs several. */
  private static Reply page(HttpExchange exchange, List<Map<String, Object>> all) {
    String cursor =
        URLDecoder.decode(
            exchange.getRequestURI().getRawQuery().replaceFirst(".*after=", ""),
            StandardCharsets.UTF_8);
    int start = cursor.isEmpty() ? 0 : Integer.parseInt(cursor.replace("from ", ""));
    int end = Math.min(start + 2, all.size());
    return new Reply(
        200,
        Map.of(
            "data",
            all.subList(start, end),
            "pagination",
            end < all.size() ? Map.of("limit", 2, "next", "from " + end) : Map.of("limit", 2)));
  }

  private static Reply problem(int status, String code) {
    return new Reply(status, Map.of("status", status, "code", code, "detail", "As told."));
  }

  @Override
  public void close() {
    server.stop(0);
    executor.shutdownNow();
  }

  /** What is done with a request. */
  enum Outcome {
    SERVE,
    UNAVAILABLE,
    LIMITED,
    BUSY,
    BROKEN,
    /** The connection is closed before the request takes effect. */
    DROP,
    /** The request takes effect, but the connection is closed instead of an answer. */
    DROP_AFTERWARDS
  }

  /** Decides what happens to a request. */
  @FunctionalInterface
  interface Fault {
    Outcome on(int number, String request);
  }

  private record Reply(int status, Object body) {}
}
