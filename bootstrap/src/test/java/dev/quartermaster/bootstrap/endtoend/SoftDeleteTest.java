package dev.quartermaster.bootstrap.endtoend;

import static dev.quartermaster.bootstrap.endtoend.Shop.API;
import static dev.quartermaster.bootstrap.endtoend.Shop.PASSWORD;
import static dev.quartermaster.bootstrap.endtoend.Shop.anonymous;
import static dev.quartermaster.bootstrap.endtoend.Shop.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.quartermaster.testkit.shared.Concurrently;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What is deleted is gone for those who come, stays with those who were there, and frees its name.
 */
@EndToEnd
class SoftDeleteTest {

  @Test
  void ordersKeepADeletedProductWhileItsSuccessorStartsAnew() {
    String administrator = Shop.administrator();
    String customer = Shop.newCustomer();
    String deleted = Shop.newProduct(administrator, 5);
    String sku = anonymous().get(API + "/products/" + deleted).path("sku");
    String order = as(customer).body(Shop.orderOf(deleted, 2)).post(API + "/orders").path("id");
    delete(administrator, "/products/" + deleted);

    // To whoever comes it does not exist.
    anonymous().get(API + "/products/" + deleted).then().statusCode(404);
    Shop.stock(deleted).then().statusCode(404);
    as(customer)
        .body(Shop.orderOf(deleted, 1))
        .post(API + "/orders")
        .then()
        .statusCode(400)
        .body("errors.field", contains("items[0].productId"));
    as(administrator)
        .header("If-Match", "*")
        .body(Map.of("name", "Candle"))
        .patch(API + "/products/" + deleted)
        .then()
        .statusCode(404);
    as(administrator)
        .header("If-Match", "*")
        .delete(API + "/products/" + deleted)
        .then()
        .statusCode(404);

    // Its sku is free, and nothing but the sku passes on.
    String successor = created(administrator, sku).then().statusCode(201).extract().path("id");
    assertThat(successor).isNotEqualTo(deleted);
    created(administrator, sku).then().statusCode(409).body("code", equalTo("sku-taken"));
    Shop.stock(successor).then().statusCode(200).body("onHand", equalTo(0));

    // The order is what it was, and can be cancelled as any other.
    as(customer)
        .get(API + "/orders/" + order)
        .then()
        .statusCode(200)
        .body("items.productId", contains(deleted))
        .body("items.sku", contains(sku))
        .body("items.name", contains("Tea light"))
        .body("items[0].lineTotal.amount", equalTo(3998));
    as(customer).get(API + "/orders").then().statusCode(200).body("data.id", contains(order));
    as(customer)
        .post(API + "/orders/" + order + "/cancel")
        .then()
        .statusCode(200)
        .body("status", equalTo("cancelled"));
    as(administrator)
        .queryParam("targetId", deleted)
        .get(API + "/audit-events")
        .then()
        .body("data.action", contains("product.deleted", "stock.adjusted", "product.created"));
  }

  @Test
  void ofManyWhoTakeAFreedSkuAtOnceOneGetsIt() {
    String administrator = Shop.administrator();
    String deleted = Shop.newProduct(administrator, 0);
    String sku = anonymous().get(API + "/products/" + deleted).path("sku");
    delete(administrator, "/products/" + deleted);

    List<Integer> statuses =
        Concurrently.inThreads(10, () -> created(administrator, sku).statusCode());

    assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 409);
  }

  @Test
  void whoeverTakesADeletedAccountsAddressIsSomebodyElse() {
    String administrator = Shop.administrator();
    String email = Shop.signedUp();
    Response session = Shop.logIn(email, PASSWORD);
    String token = session.path("token");
    String deleted = session.path("user.id");
    String order =
        as(token)
            .body(Shop.orderOf(Shop.newProduct(administrator, 1), 1))
            .post(API + "/orders")
            .path("id");
    delete(token, "/users/" + deleted);

    // Nothing that was the account's opens anything any more.
    as(token).get(API + "/users/me").then().statusCode(401);
    anonymous()
        .body(Map.of("refreshToken", session.path("refreshToken")))
        .post(API + "/auth/refresh")
        .then()
        .statusCode(401);
    Shop.logIn(email, PASSWORD).then().statusCode(401);
    as(administrator).get(API + "/users/" + deleted).then().statusCode(404);

    // The address can sign up again, and sees nothing of what was there before.
    String another = signedUp(email).then().statusCode(201).extract().path("id");
    assertThat(another).isNotEqualTo(deleted);
    signedUp(email).then().statusCode(409).body("code", equalTo("email-taken"));
    String newcomer = Shop.logIn(email, PASSWORD).then().statusCode(200).extract().path("token");
    as(newcomer).get(API + "/orders").then().statusCode(200).body("data.size()", equalTo(0));
    as(newcomer).get(API + "/orders/" + order).then().statusCode(404);

    // Those who keep the books still find whose order it was.
    as(administrator)
        .get(API + "/orders/" + order)
        .then()
        .statusCode(200)
        .body("customerId", equalTo(deleted));
    as(administrator)
        .queryParam("customerId", deleted)
        .get(API + "/orders")
        .then()
        .statusCode(200)
        .body("data.id", contains(order));
    as(administrator)
        .queryParam("targetId", deleted)
        .get(API + "/audit-events")
        .then()
        .body("data.action", hasItem("user.deleted"));
  }

  private static void delete(String token, String path) {
    as(token).header("If-Match", "*").delete(API + path).then().statusCode(204);
  }

  private static Response created(String administrator, String sku) {
    return as(administrator)
        .body(
            Map.of("sku", sku, "name", "Candle", "price", Map.of("amount", 500, "currency", "EUR")))
        .post(API + "/products");
  }

  private static Response signedUp(String email) {
    return anonymous()
        .body(Map.of("name", "Bea", "email", email, "password", PASSWORD))
        .post(API + "/users");
  }
}
