package dev.quartermaster.bootstrap.endtoend;

import static dev.quartermaster.bootstrap.endtoend.Shop.API;
import static dev.quartermaster.bootstrap.endtoend.Shop.anonymous;
import static dev.quartermaster.bootstrap.endtoend.Shop.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import java.net.http.WebSocketHandshakeException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is told of what happens by a WebSocket, and how it ends. */
@EndToEnd
class LiveSocketTest {
  private static final int GOING_ON = 0;
  private static final int TOKEN_ENDED = 4401;

  private String administrator = "";
  private String email = "";
  private String customer = "";
  private String order = "";

  @BeforeEach
  void anOrder() {
    administrator = Shop.administrator();
    email = Shop.signedUp();
    customer = Shop.logIn(email, Shop.PASSWORD).path("token");
    order =
        as(customer)
            .body(Shop.orderOf(Shop.newProduct(administrator, 10), 1))
            .post(API + "/orders")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
  }

  @Test
  void anOrderIsFollowedAcrossConnections() {
    String position;
    try (SocketClient socket = SocketClient.as(customer)) {
      socket.say(Map.of("type", "subscribe", "topic", topic(), "id", "one"));
      assertThat(socket.heard(1).getFirst())
          .isEqualTo(json("type", "subscribed", "id", "one", "topic", topic()));
      JsonObject placed = socket.heardLast(2);
      assertThat(placed.getString("type")).isEqualTo("event");
      assertThat(placed.getString("topic")).isEqualTo(topic());
      assertThat(eventType(placed)).isEqualTo("order.placed");
      position = placed.getString("position");
      assertThat(placed.getJsonObject("event").getString("position")).isEqualTo(position);
    }
    cancel();
    try (SocketClient socket = SocketClient.as(customer)) {
      socket.say(Map.of("type", "subscribe", "topic", topic(), "lastEventId", position));
      assertThat(eventType(socket.heardLast(2))).isEqualTo("order.cancelled");
    }
  }

  @Test
  void aBrowserWithoutACookieAuthenticatesByItsFirstMessage() {
    try (SocketClient socket = SocketClient.connect(Map.of())) {
      socket.subscribe(topic());
      assertThat(socket.heardLast(1).getString("code")).isEqualTo("unauthorized");
      socket.say(Map.of("type", "authenticate", "token", "none", "id", "1"));
      assertThat(socket.heardLast(2).getString("code")).isEqualTo("unauthorized");
      socket.say(Map.of("type", "authenticate", "token", customer, "id", "2"));
      assertThat(socket.heardLast(3)).isEqualTo(json("type", "authenticated", "id", "2"));
      socket.subscribe(topic());
      assertThat(eventType(socket.heardLast(5))).isEqualTo("order.placed");
      // A fresh token of the same user prolongs it; another user needs another connection.
      String fresh = Shop.logIn(email, Shop.PASSWORD).path("token");
      socket.say(Map.of("type", "authenticate", "token", fresh));
      assertThat(socket.heardLast(6)).isEqualTo(json("type", "authenticated"));
      socket.say(Map.of("type", "authenticate", "token", administrator));
      assertThat(socket.closeCode()).isEqualTo(TOKEN_ENDED);
    }
  }

  @Test
  void aCookieCountsForPagesOfThisHostAlone() {
    String cookie =
        "__Host-quartermaster-session="
            + anonymous()
                .body(Map.of("email", email, "password", Shop.PASSWORD))
                .post(API + "/auth/session")
                .then()
                .statusCode(200)
                .extract()
                .cookie("__Host-quartermaster-session");
    String own = "http://localhost:" + RestAssured.port;
    try (SocketClient socket = SocketClient.connect(Map.of("Cookie", cookie, "Origin", own))) {
      assertThat(eventType(socket.subscribe(topic()).heardLast(2))).isEqualTo("order.placed");
    }
    for (String origin : List.of("https://evil.example", "null", "http://localhost:1")) {
      assertThatExceptionOfType(CompletionException.class)
          .isThrownBy(
              () -> SocketClient.connect(Map.of("Cookie", cookie, "Origin", origin)).close())
          .havingCause()
          .isInstanceOfSatisfying(
              WebSocketHandshakeException.class,
              refusal -> assertThat(refusal.getResponse().statusCode()).isEqualTo(403));
    }
  }

  @Test
  void aUselessProofEndsIt() {
    try (SocketClient socket = SocketClient.as("none")) {
      assertThat(socket.closeCode()).isEqualTo(TOKEN_ENDED);
    }
    try (SocketClient socket = SocketClient.connect(Map.of("X-API-Key", "none"))) {
      assertThat(socket.closeCode()).isEqualTo(TOKEN_ENDED);
    }
  }

  @Test
  void itEndsWithTheSession() {
    Response session = Shop.logIn(email, Shop.PASSWORD);
    String token = session.path("token");
    try (SocketClient socket = SocketClient.as(token)) {
      socket.subscribe(topic()).heard(2);
      as(token)
          .body(Map.of("refreshToken", session.path("refreshToken")))
          .post(API + "/auth/logout")
          .then()
          .statusCode(204);
      assertThat(socket.closeCode()).isEqualTo(TOKEN_ENDED);
    }
  }

  @Test
  void topicsAreForThoseWhoMay() {
    try (SocketClient socket = SocketClient.as(Shop.newCustomer())) {
      assertThat(socket.subscribe(topic()).heardLast(1).getString("code")).isEqualTo("not-found");
      assertThat(socket.subscribe("orders").heardLast(2).getString("code")).isEqualTo("forbidden");
      assertThat(socket.subscribe("events").heardLast(3).getString("code")).isEqualTo("forbidden");
      assertThat(socket.subscribe("order/x").heardLast(4).getString("code"))
          .isEqualTo("validation-failed");
    }
    try (SocketClient socket = SocketClient.as(administrator)) {
      socket.subscribe("orders").heard(1);
      cancel();
      JsonObject cancelled = socket.heardLast(2);
      assertThat(cancelled.getString("topic")).isEqualTo("orders");
      assertThat(eventType(cancelled)).isEqualTo("order.cancelled");
      assertThat(subject(cancelled)).isEqualTo(topic());
    }
  }

  @Test
  void aTopicThatWasLeftIsSilent() {
    try (SocketClient socket = SocketClient.as(customer);
        SocketClient other = SocketClient.as(customer)) {
      socket.subscribe(topic()).heard(2);
      other.subscribe(topic()).heard(2);
      socket.say(Map.of("type", "unsubscribe", "topic", topic()));
      assertThat(socket.heardLast(3)).isEqualTo(json("type", "unsubscribed", "topic", topic()));
      cancel();
      assertThat(eventType(other.heardLast(3))).isEqualTo("order.cancelled");
      socket.say(Map.of("type", "ping", "id", "p"));
      assertThat(socket.heardLast(4)).isEqualTo(json("type", "pong", "id", "p"));
    }
  }

  @Test
  void oneConnectionFollowsSoManyTopics() {
    try (SocketClient socket = SocketClient.as(administrator)) {
      socket.subscribe("orders").heard(1);
      assertThat(socket.subscribe("orders").heardLast(2).getJsonArray("errors").encode())
          .contains("is followed already");
      List<String> orders = IntStream.range(0, 20).mapToObj(_ -> newOrder()).toList();
      try (SocketClient many = SocketClient.as(customer)) {
        orders.forEach(many::subscribe);
        many.heard(40);
        assertThat(many.subscribe(topic()).heardLast(41).getString("message"))
            .contains("topic: is one more than the 20");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "[]",
        "{}",
        "null",
        "{\"type\":\"dance\"}",
        "{\"type\":\"ping\",\"hurry\":true}",
        "{\"type\":\"subscribe\",\"topic\":1}"
      })
  void whatIsNoMessageIsRefused(String text) {
    try (SocketClient socket = SocketClient.as(customer)) {
      assertThat(socket.say(text).heardLast(1).getString("code")).isEqualTo("malformed-request");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "-1", "01", "999999999999999999"})
  void aMalformedPlaceIsNamed(String place) {
    try (SocketClient socket = SocketClient.as(customer)) {
      JsonObject refusal =
          socket
              .say(Map.of("type", "subscribe", "topic", topic(), "lastEventId", place))
              .heardLast(1);
      assertThat(refusal.getString("code")).isEqualTo("validation-failed");
      assertThat(refusal.getJsonArray("errors").getJsonObject(0).getString("field"))
          .isEqualTo("lastEventId");
    }
  }

  @Test
  void messagesAreBoundedInSizeAndNumber() {
    try (SocketClient socket = SocketClient.as(customer)) {
      socket.say(Map.of("type", "ping", "id", "x".repeat(8_200)));
      assertThat(socket.closeCode()).isEqualTo(1009);
    }
    try (SocketClient socket = SocketClient.as(customer)) {
      int code = GOING_ON;
      for (int number = 0; number < 400 && code == GOING_ON; number++) {
        code = socket.sayUnlessClosed(Map.of("type", "ping", "id", UUID.randomUUID().toString()));
      }
      assertThat(socket.closeCode()).isEqualTo(1008);
    }
  }

  @Test
  void heartbeatsKeepItOpen() {
    try (SocketClient socket = SocketClient.as(customer)) {
      assertThat(socket.pings(4)).isGreaterThanOrEqualTo(4);
      socket.say(Map.of("type", "ping"));
      assertThat(socket.heardLast(1)).isEqualTo(json("type", "pong"));
    }
  }

  private static String eventType(JsonObject message) {
    return message.getJsonObject("event").getString("type");
  }

  private static String subject(JsonObject message) {
    return message.getJsonObject("event").getString("subject");
  }

  private static JsonObject json(String... members) {
    JsonObject object = new JsonObject();
    for (int index = 0; index < members.length; index += 2) {
      object.put(members[index], members[index + 1]);
    }
    return object;
  }

  private String topic() {
    return "order/" + order;
  }

  private String newOrder() {
    return "order/"
        + as(customer)
            .body(Shop.orderOf(Shop.newProduct(administrator, 1), 1))
            .post(API + "/orders")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
  }

  private void cancel() {
    as(customer).post(API + "/orders/" + order + "/cancel").then().statusCode(200);
  }
}
