package dev.quartermaster.bootstrap.endtoend;

import static dev.quartermaster.bootstrap.endtoend.Shop.API;
import static dev.quartermaster.bootstrap.endtoend.Shop.anonymous;
import static dev.quartermaster.bootstrap.endtoend.Shop.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.quartermaster.bootstrap.Mailbox;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a customer is written about an order, in the customer's language. */
@EndToEnd
class OrderMailsTest {
  private final String email = Shop.newEmail();
  private String administrator = "";

  @BeforeEach
  void anAdministrator() {
    administrator = Shop.administrator();
  }

  @Test
  void aCustomerIsWrittenWhatBecomesOfAnOrderOnce() {
    anonymous()
        .header("Accept-Language", "fr;q=0.9, de-AT")
        .body(Map.of("name", "Ada", "email", email, "password", Shop.PASSWORD))
        .post(API + "/users")
        .then()
        .statusCode(201)
        .body("locale", equalTo("de"));
    assertThat(newest(1)).startsWith("Willkommen");
    String customer = Shop.logIn(email, Shop.PASSWORD).path("token");

    String order = API + "/orders/" + paid(customer);
    assertThat(newest(2)).matches("Ihre Bestellung \\d+ ist bestätigt");

    String me = as(customer).get(API + "/users/me").path("id");
    as(customer)
        .header("If-Match", "*")
        .body(Map.of("locale", "tlh"))
        .patch(API + "/users/" + me)
        .then()
        .statusCode(400)
        .body("errors.field", equalTo(List.of("locale")));
    as(customer)
        .header("If-Match", "*")
        .body(Map.of("locale", "en"))
        .patch(API + "/users/" + me)
        .then()
        .statusCode(200)
        .body("locale", equalTo("en"));
    as(administrator)
        .body(Map.of("carrier", "DHL", "tracking", "4711"))
        .post(order + "/ship")
        .then()
        .statusCode(200);
    assertThat(newest(3)).endsWith("is on its way");
    assertThat(mails(3).getFirst().get("text")).contains("DHL", "4711");

    as(administrator)
        .body(Map.of("reason", "arrived broken"))
        .post(order + "/refund")
        .then()
        .statusCode(200);
    assertThat(newest(4)).endsWith("was paid back");
    assertThat(mails(4).getFirst().get("text")).contains("€59.97");
    assertThat(mails(4)).hasSize(4);
  }

  private String paid(String customer) {
    String order =
        as(customer)
            .body(Shop.orderOf(Shop.newProduct(administrator, 10), 3))
            .post(API + "/orders")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    as(customer)
        .body(Map.of("paymentMethod", "pm_ok"))
        .post(API + "/orders/" + order + "/payments")
        .then()
        .statusCode(201);
    return order;
  }

  private String newest(int number) {
    return mails(number).getFirst().get("subject");
  }

  private List<Map<String, String>> mails(int number) {
    return Mailbox.awaitMailsTo(email, number);
  }
}
