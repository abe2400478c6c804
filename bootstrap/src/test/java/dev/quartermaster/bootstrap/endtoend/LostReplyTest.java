package dev.quartermaster.bootstrap.endtoend;

import static dev.quartermaster.bootstrap.endtoend.Shop.API;
import static dev.quartermaster.bootstrap.endtoend.Shop.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.quartermaster.domain.shared.IdempotencyKey;
import dev.quartermaster.domain.shared.IdempotencyRecords;
import dev.quartermaster.domain.shared.UnitOfWork;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The effect of a request whose answer never arrived is there once, and so is its answer. */
@EndToEnd
class LostReplyTest {
  @Inject UnitOfWork unitOfWork;
  @Inject IdempotencyRecords records;

  private final String key = UUID.randomUUID().toString();
  private String product = "";
  private String customer = "";

  @BeforeEach
  void aProduct() {
    product = Shop.newProduct(Shop.administrator(), 10);
    customer = Shop.newCustomer();
  }

  @Test
  void whatCommittedBeforeTheReplyWasLostIsReplayed() {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> order().header(LostReplies.HEADER, "yes").post(API + "/orders"));
    assertThat(Shop.stock(product).<Integer>path("available")).isEqualTo(7);

    Response repeated = order().post(API + "/orders");

    assertThat(repeated.statusCode()).isEqualTo(201);
    assertThat(repeated.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(as(customer).get(repeated.header("Location")).asString())
        .isEqualTo(repeated.asString());
    assertThat(as(customer).get(API + "/orders").<Integer>path("pagination.total")).isEqualTo(1);
    assertThat(Shop.stock(product).<Integer>path("available")).isEqualTo(7);
  }

  @Test
  void aTwinInFlightIsToldToComeBack() {
    String user = as(customer).get(API + "/users/me").path("id");
    Response twin =
        unitOfWork.inTransaction(
            () -> {
              records.claim(new IdempotencyKey("user:" + user, key));
              return order().post(API + "/orders");
            });

    assertThat(twin.statusCode()).as(twin.asString()).isEqualTo(409);
    assertThat(twin.<String>path("code")).isEqualTo("idempotency-in-progress");
    assertThat(twin.header("Retry-After")).matches("[1-9]\\d*");
    assertThat(Shop.stock(product).<Integer>path("available")).isEqualTo(10);
    order().post(API + "/orders").then().statusCode(201);
  }

  private RequestSpecification order() {
    return as(customer).header("Idempotency-Key", key).body(Shop.orderOf(product, 3));
  }
}
