package dev.quartermaster.bootstrap.endtoend;

import static dev.quartermaster.bootstrap.endtoend.Shop.API;
import static dev.quartermaster.bootstrap.endtoend.Shop.anonymous;
import static dev.quartermaster.bootstrap.endtoend.Shop.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.quartermaster.bootstrap.endtoend.EventReader.Event;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is told of what happens by server-sent events, and that each is told once. */
@EndToEnd
class EventStreamsTest {
  private static final String EVENTS = API + "/events";
  private static final String[] LIFE = {
    "order.placed", "order.updated", "order.confirmed", "order.shipped", "order.delivered"
  };

  private String administrator = "";
  private String email = "";
  private String customer = "";
  private String order = "";

  @BeforeEach
  void anOrder() {
    administrator = Shop.administrator();
    email = Shop.signedUp();
    customer = Shop.logIn(email, Shop.PASSWORD).path("token");
    order = newOrder();
  }

  @Test
  void anOrderIsFollowedThroughItsLifeAcrossBrokenConnections() {
    Event confirmed;
    try (EventReader stream = EventReader.as(customer, events())) {
      assertThat(stream.types(1)).containsExactly("order.placed");
      pay();
      assertThat(stream.types(3))
          .containsExactly("order.placed", "order.updated", "order.confirmed");
      confirmed = stream.events(3).getLast();
    }
    assertThat(confirmed.json().getString("position")).isEqualTo(confirmed.id());
    assertThat(confirmed.json().getString("subject")).isEqualTo("order/" + order);
    assertThat(confirmed.json().getString("specversion")).isEqualTo("1.0");
    assertThat(confirmed.json().getJsonObject("data").getString("status")).isEqualTo("confirmed");

    ship();
    try (EventReader stream = EventReader.after(confirmed.id(), customer, events())) {
      assertThat(stream.types(1)).containsExactly("order.shipped");
      deliver();
      assertThat(stream.types(2)).containsExactly("order.shipped", "order.delivered");
    }

    try (EventReader stream = EventReader.as(customer, events())) {
      assertThat(stream.types(LIFE.length)).containsExactly(LIFE);
      assertThat(stream.events(LIFE.length))
          .extracting(event -> event.json().getString("sequence"))
          .containsExactly("1", "2", "3", "4", "5");
    }
  }

  @Test
  void itGoesOnFromEveryPlace() {
    pay();
    List<Event> all;
    try (EventReader stream = EventReader.as(administrator, events())) {
      all = stream.events(3);
    }
    for (int known = 0; known < all.size(); known++) {
      String last = all.get(known).id();
      try (EventReader stream = EventReader.as(customer, events() + "?lastEventId=" + last)) {
        assertThat(stream.events(all.size() - known - 1))
            .isEqualTo(all.subList(known + 1, all.size()));
      }
    }
    // As a browser comes back: the address is the old one, the header is newer.
    try (EventReader stream =
        EventReader.after(
            all.get(1).id(), customer, events() + "?lastEventId=" + all.getFirst().id())) {
      assertThat(stream.events(1)).isEqualTo(all.subList(2, 3));
    }
  }

  @Test
  void anAnswerThatGoesOnIsKeptByNobody() {
    try (EventReader stream =
        EventReader.open(
            events(), Map.of("Authorization", "Bearer " + customer, "Accept-Encoding", "gzip"))) {
      assertThat(stream.status()).isEqualTo(200);
      assertThat(stream.headers().firstValue("Content-Type")).hasValue("text/event-stream");
      assertThat(stream.headers().firstValue("Cache-Control")).hasValue("no-store");
      assertThat(stream.headers().firstValue("X-Accel-Buffering")).hasValue("no");
      assertThat(stream.headers().firstValue("Content-Encoding").orElse("identity"))
          .isEqualTo("identity");
      assertThat(stream.awaitLine("retry:2000")).contains("retry:2000");
      // The heartbeat.
      assertThat(stream.awaitLine(":")).contains(":");
    }
  }

  @Test
  void itEndsWithTheSession() {
    Response session = Shop.logIn(email, Shop.PASSWORD);
    String token = session.path("token");
    try (EventReader stream = EventReader.as(token, events());
        EventReader other = EventReader.as(customer, events())) {
      assertThat(stream.types(1)).containsExactly("order.placed");
      as(token)
          .body(Map.of("refreshToken", session.path("refreshToken")))
          .post(API + "/auth/logout")
          .then()
          .statusCode(204);
      assertThat(stream.endsWell()).isTrue();
      cancel();
      assertThat(other.types(2)).containsExactly("order.placed", "order.cancelled");
      assertThat(stream.eventsSoFar()).hasSize(1);
    }
  }

  @Test
  void aBrowsersCookieIsEnough() {
    String cookie =
        anonymous()
            .body(Map.of("email", email, "password", Shop.PASSWORD))
            .post(API + "/auth/session")
            .then()
            .statusCode(200)
            .extract()
            .cookie("__Host-quartermaster-session");
    try (EventReader stream =
        EventReader.open(events(), Map.of("Cookie", "__Host-quartermaster-session=" + cookie))) {
      assertThat(stream.types(1)).containsExactly("order.placed");
    }
  }

  @Test
  void anothersOrderIsNotThere() {
    as(Shop.newCustomer()).get(events()).then().statusCode(404);
    anonymous().get(events()).then().statusCode(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "-1", "1.5", "01", "1000000000000000000"})
  void aMalformedIdIsNamed(String id) {
    for (String path : List.of(events(), EVENTS)) {
      as(administrator)
          .header("Last-Event-ID", id)
          .get(path)
          .then()
          .statusCode(400)
          .body("code", equalTo("validation-failed"))
          .body("errors[0].field", equalTo("Last-Event-ID"));
      as(administrator)
          .get(path + "?lastEventId=" + id)
          .then()
          .statusCode(400)
          .body("errors[0].field", equalTo("lastEventId"));
    }
  }

  @Test
  void aPlaceThatWasNeverGivenIsRefused() {
    for (String path : List.of(events(), EVENTS)) {
      as(administrator)
          .get(path + "?lastEventId=999999999999999999")
          .then()
          .statusCode(400)
          .body("errors[0].field", equalTo("lastEventId"))
          .body("errors[0].message", containsString("the newest event is"));
    }
  }

  @Test
  void staffFollowAllThatHappensFromNowOn() {
    try (EventReader all = EventReader.as(administrator, EVENTS);
        EventReader cancelled =
            EventReader.as(administrator, EVENTS + "?type=order.cancelled,order.shipped");
        EventReader users = EventReader.as(administrator, EVENTS + "?aggregateType=user");
        EventReader one =
            EventReader.as(administrator, EVENTS + "?aggregateType=order&aggregateId=" + order)) {
      assertThat(List.of(all.status(), cancelled.status(), users.status(), one.status()))
          .containsOnly(200);
      cancel();
      Shop.signedUp();
      newOrder();

      assertThat(one.types(1)).containsExactly("order.cancelled");
      assertThat(cancelled.events(1)).first().isEqualTo(one.events(1).getFirst());
      assertThat(users.types(1)).containsOnly("user.created");
      assertThat(all.types(3)).contains("order.cancelled", "user.created");
    }
  }

  @Test
  void aKeyIsToldWhatItMayKnow() {
    String key =
        as(administrator)
            .body(Map.of("name", "shipping", "scopes", List.of("orders:read")))
            .post(API + "/api-keys")
            .then()
            .statusCode(201)
            .extract()
            .path("key");
    try (EventReader stream = EventReader.open(EVENTS, Map.of("X-API-Key", key))) {
      assertThat(stream.status()).isEqualTo(200);
      Shop.signedUp();
      cancel();
      newOrder();
      assertThat(stream.events(2)).extracting(event -> subject(event.json())).containsOnly("order");
    }
    AccessPeople.withKey(key)
        .get(EVENTS + "?aggregateType=user")
        .then()
        .statusCode(403)
        .body("detail", containsString("users:read"));
  }

  @Test
  void whatNobodyKnowsIsRefused() {
    as(customer).get(EVENTS).then().statusCode(403);
    anonymous().get(EVENTS).then().statusCode(401);
    as(administrator)
        .get(EVENTS + "?aggregateType=basket&type=moon.risen")
        .then()
        .statusCode(400)
        .body("errors.field", equalTo(List.of("aggregateType", "type")));
    as(administrator)
        .get(EVENTS + "?kind=order")
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("kind"));
  }

  private static String subject(JsonObject event) {
    String subject = event.getString("subject");
    return subject.substring(0, subject.indexOf('/'));
  }

  private String events() {
    return API + "/orders/" + order + "/events";
  }

  private String newOrder() {
    return as(customer)
        .body(Shop.orderOf(Shop.newProduct(administrator, 10), 1))
        .post(API + "/orders")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private void pay() {
    as(customer)
        .body(Map.of("paymentMethod", "pm_ok"))
        .post(API + "/orders/" + order + "/payments")
        .then()
        .statusCode(201);
  }

  private void ship() {
    as(administrator)
        .body(Map.of("carrier", "DHL", "tracking", "4711"))
        .post(API + "/orders/" + order + "/ship")
        .then()
        .statusCode(200);
  }

  private void deliver() {
    as(administrator).post(API + "/orders/" + order + "/deliver").then().statusCode(200);
  }

  private void cancel() {
    as(customer).post(API + "/orders/" + order + "/cancel").then().statusCode(200);
  }
}
