package dev.quartermaster.bootstrap.endtoend;

import static dev.quartermaster.bootstrap.endtoend.Shop.API;
import static dev.quartermaster.bootstrap.endtoend.Shop.PASSWORD;
import static dev.quartermaster.bootstrap.endtoend.Shop.anonymous;
import static dev.quartermaster.bootstrap.endtoend.Shop.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The story of one customer and one order. */
@EndToEnd
class FromSignUpToCancelledOrderTest {

  @Test
  void aCustomerOrdersAndThinksBetterOfIt() {
    String administrator = Shop.administrator();
    String product = Shop.newProduct(administrator, 10);

    // Somebody signs up …
    String email = Shop.newEmail();
    anonymous()
        .body(Map.of("name", "Ada", "email", email, "password", PASSWORD))
        .post(API + "/users")
        .then()
        .statusCode(201)
        .header("Location", notNullValue())
        .body("email", equalTo(email))
        .body("roles", contains("customer"))
        .body("$", not(hasKey("password")));

    // … logs in, and is known.
    Map<String, String> tokens =
        Shop.logIn(email, PASSWORD)
            .then()
            .statusCode(200)
            .body("tokenType", equalTo("Bearer"))
            .body("expiresIn", equalTo(900))
            .extract()
            .path("$");
    String token = tokens.get("token");
    as(token).get(API + "/users/me").then().statusCode(200).body("email", equalTo(email));

    // The catalogue is open to all, and so is the stock.
    anonymous()
        .get(API + "/products/" + product)
        .then()
        .statusCode(200)
        .header("ETag", startsWith("\"1-"))
        .body("price.amount", equalTo(1999));
    Shop.stock(product).then().body("available", equalTo(10)).body("reserved", equalTo(0));

    // An order reserves its stock …
    String order =
        as(token)
            .body(Shop.orderOf(product, 3))
            .post(API + "/orders")
            .then()
            .statusCode(201)
            .body("status", equalTo("pending_payment"))
            .body("total.amount", equalTo(5997))
            .body("items[0].lineTotal.amount", equalTo(5997))
            .body("links", hasKey("cancel"))
            .extract()
            .path("id");
    Shop.stock(product)
        .then()
        .body("available", equalTo(7))
        .body("reserved", equalTo(3))
        .body("onHand", equalTo(10));

    // … is the customer's alone …
    as(Shop.newCustomer()).get(API + "/orders/" + order).then().statusCode(404);
    as(administrator).get(API + "/orders/" + order).then().statusCode(200);

    // … and gives its stock back when it is cancelled, once.
    as(token)
        .post(API + "/orders/" + order + "/cancel")
        .then()
        .statusCode(200)
        .body("status", equalTo("cancelled"))
        .body("links", not(hasKey("cancel")));
    Shop.stock(product).then().body("available", equalTo(10)).body("reserved", equalTo(0));
    as(token)
        .post(API + "/orders/" + order + "/cancel")
        .then()
        .statusCode(409)
        .body("code", equalTo("order-not-cancellable"));
    as(token)
        .get(API + "/orders/" + order + "/history")
        .then()
        .body("data.status", contains("pending_payment", "cancelled"));

    // After log-out the token is worth nothing.
    as(token)
        .body(Map.of("refreshToken", tokens.get("refreshToken")))
        .post(API + "/auth/logout")
        .then()
        .statusCode(204);
    as(token).get(API + "/users/me").then().statusCode(401).body("code", equalTo("unauthorized"));
  }
}
