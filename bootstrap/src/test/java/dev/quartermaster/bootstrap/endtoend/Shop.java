package dev.quartermaster.bootstrap.endtoend;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What tests do over and over at the running application's door. */
final class Shop {
  static final String API = "/api/v1";
  static final String PASSWORD = "correct-horse-battery";

  private Shop() {}

  static RequestSpecification anonymous() {
    return given().contentType(ContentType.JSON);
  }

  static RequestSpecification as(String token) {
    return anonymous().header("Authorization", "Bearer " + token);
  }

  static String newEmail() {
    return "customer-" + UUID.randomUUID() + "@example.com";
  }

  static Response logIn(String email, String password) {
    return anonymous().body(Map.of("email", email, "password", password)).post(API + "/auth/login");
  }

  /** The address of a customer who has just signed up with {@link #PASSWORD}. */
  static String signedUp() {
    String email = newEmail();
    anonymous()
        .body(Map.of("name", "Ada", "email", email, "password", PASSWORD))
        .post(API + "/users")
        .then()
        .statusCode(201);
    return email;
  }

  /** The access token of a customer who has just signed up. */
  static String newCustomer() {
    return logIn(signedUp(), PASSWORD).then().statusCode(200).extract().path("token");
  }

  /** The access token of the administrator that the test profile's settings name. */
  static String administrator() {
    return logIn("admin@quartermaster.local", "quartermaster-dev")
        .then()
        .statusCode(200)
        .extract()
        .path("token");
  }

  /** The access token of an administrator who has just signed up. */
  static String newAdministrator() {
    String token = newCustomer();
    as(administrator())
        .header("If-Match", "*")
        .body(Map.of("roles", List.of("admin")))
        .put(API + "/users/" + as(token).get(API + "/users/me").path("id") + "/roles")
        .then()
        .statusCode(200);
    return token;
  }

  /** The id of a new product at 19.99 euros with that many pieces in stock. */
  static String newProduct(String administrator, int pieces) {
    String id =
        as(administrator)
            .body(
                Map.of(
                    "sku",
                    "T-" + UUID.randomUUID(),
                    "name",
                    "Tea light",
                    "price",
                    Map.of("amount", 1999, "currency", "EUR")))
            .post(API + "/products")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    if (pieces > 0) {
      as(administrator)
          .body(Map.of("delta", pieces, "reason", "first delivery"))
          .post(API + "/products/" + id + "/stock/adjustments")
          .then()
          .statusCode(201);
    }
    return id;
  }

  static Map<String, Object> orderOf(String productId, int quantity) {
    return Map.of("items", List.of(Map.of("productId", productId, "quantity", quantity)));
  }

  static Response stock(String productId) {
    return anonymous().get(API + "/products/" + productId + "/stock");
  }
}
