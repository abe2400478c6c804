package dev.quartermaster.bootstrap.endtoend;

import static dev.quartermaster.bootstrap.endtoend.Shop.API;
import static dev.quartermaster.bootstrap.endtoend.Shop.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.quartermaster.application.reconciliation.CountDisagreements;
import dev.quartermaster.application.reconciliation.RunReconciliation;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.Identifiers;
import io.agroal.api.AgroalDataSource;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is broken by hand is named until it is mended. */
@EndToEnd
class ReconciliationTest {
  private static final String ITS_STATUS = "UPDATE orders SET status = '%s' WHERE id = ?";
  private static final String ITS_PAYMENT = "UPDATE payments SET status = '%s' WHERE order_id = ?";
  private static final String ITS_CHARGE =
      "UPDATE simulated_charges SET status = '%s'"
          + " WHERE payment_id = (SELECT id FROM payments WHERE order_id = ?)";
  private static final String ITS_LEVEL =
      "UPDATE stock_levels SET on_hand = on_hand %s"
          + " WHERE product_id = (SELECT product_id FROM order_lines WHERE order_id = ?)";
  private static final String ITS_LINE =
      "UPDATE order_lines SET quantity = quantity %s WHERE order_id = ?";

  /** Marked, so that it does not just expire. */
  private static final String ITS_TIME =
      "UPDATE orders SET payment_under_way = %s, expires_at = now() %s WHERE id = ?";

  @Inject AgroalDataSource database;
  @Inject Identifiers identifiers;
  @Inject RunReconciliation runReconciliation;
  @Inject CountDisagreements countDisagreements;

  private String administrator = "";
  private String customer = "";
  private String product = "";
  private String order = "";

  /** How far the order has come before something is broken. */
  private enum Stage {
    PLACED,
    PAID,
    REFUNDED
  }

  @BeforeEach
  void anOrder() {
    administrator = Shop.administrator();
    customer = Shop.newCustomer();
    product = Shop.newProduct(administrator, 10);
    order =
        as(customer)
            .body(Shop.orderOf(product, 3))
            .post(API + "/orders")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
  }

  static Stream<Arguments> whatCanBreak() {
    return Stream.of(
        arguments(
            List.of("order-not-paid"),
            Stage.PLACED,
            ITS_STATUS.formatted("confirmed"),
            ITS_STATUS.formatted("pending_payment")),
        arguments(
            List.of("paid-order-not-confirmed"),
            Stage.PAID,
            ITS_STATUS.formatted("pending_payment"),
            ITS_STATUS.formatted("confirmed")),
        arguments(
            List.of("reserved-differs", "paid-order-not-confirmed", "stock-still-held"),
            Stage.PAID,
            ITS_STATUS.formatted("expired"),
            ITS_STATUS.formatted("confirmed")),
        arguments(
            List.of("refund-not-paid-back"),
            Stage.REFUNDED,
            ITS_PAYMENT.formatted("captured"),
            ITS_PAYMENT.formatted("refunded")),
        arguments(
            List.of("charge-differs"),
            Stage.PAID,
            ITS_CHARGE.formatted("voided"),
            ITS_CHARGE.formatted("captured")),
        // A charge that nobody has heard of is none.
        arguments(
            List.of("charge-differs"),
            Stage.PAID,
            ITS_CHARGE.formatted("unheard"),
            ITS_CHARGE.formatted("captured")),
        arguments(
            List.of("ledger-differs"),
            Stage.PLACED,
            ITS_LEVEL.formatted("+ 1"),
            ITS_LEVEL.formatted("- 1")),
        arguments(
            List.of("reserved-differs"),
            Stage.PLACED,
            ITS_LINE.formatted("+ 1"),
            ITS_LINE.formatted("- 1")),
        arguments(
            List.of("reserved-differs", "stock-still-held"),
            Stage.PLACED,
            ITS_STATUS.formatted("cancelled"),
            ITS_STATUS.formatted("pending_payment")),
        arguments(
            List.of("reservation-outlived"),
            Stage.PLACED,
            ITS_TIME.formatted("true", "- interval '2 minutes'"),
            ITS_TIME.formatted("false", "+ interval '10 minutes'")));
  }

  @ParameterizedTest(name = "{0} after: {2}")
  @MethodSource("whatCanBreak")
  void namesWhatIsBrokenUntilItIsMended(
      List<String> kinds, Stage stage, String breaking, String mending) {
    bring(stage);
    assertThat(kinds()).isEmpty();
    change(breaking);
    assertThat(kinds()).containsExactlyElementsOf(kinds);
    change(mending);
    assertThat(kinds()).isEmpty();
  }

  @Test
  void tellsWhatItIsAbout() {
    bring(Stage.PAID);
    change(ITS_STATUS.formatted("cancelled"));
    Map<String, Object> paid =
        found().stream()
            .filter(each -> "paid-order-not-confirmed".equals(each.get("kind")))
            .findFirst()
            .orElseThrow();
    assertThat(paid).containsOnlyKeys("kind", "orderId", "paymentId", "detail", "links");
    assertThat(paid)
        .containsEntry("orderId", order)
        .containsEntry("detail", "The order is cancelled; the payment is captured.");
    ((Map<?, ?>) paid.get("links"))
        .values()
        .forEach(link -> as(administrator).get(link.toString()).then().statusCode(200));
    Map<String, Object> reserved = found().getFirst();
    assertThat(reserved)
        .containsOnlyKeys("kind", "productId", "detail", "links")
        .containsEntry("productId", product)
        .containsEntry("detail", "The level has 3 reserved; orders hold 0.");
    change(ITS_STATUS.formatted("confirmed"));
  }

  @Test
  void namesAChargeThatNoPaymentIsOnRecordFor() {
    String stray = String.valueOf(identifiers.next());
    change(
        """
        INSERT INTO simulated_charges (payment_id, method, amount, currency, status, calls,
                                       decided_at)
        SELECT '%s', 'pm_ok', total_amount, currency, 'captured', 1, now() FROM orders WHERE id = ?
        """
            .formatted(stray));
    assertThat(
            reconciliation("").<List<Map<String, Object>>>path("data").stream()
                .filter(each -> stray.equals(each.get("paymentId"))))
        .singleElement()
        .satisfies(
            each ->
                assertThat(each)
                    .containsOnlyKeys("kind", "paymentId", "detail", "links")
                    .containsEntry("kind", "charge-without-payment")
                    .containsEntry(
                        "detail",
                        "The gateway has a charge captured over 5997 EUR with 0 paid back; no"
                            + " payment is on record."));
    change(
        "DELETE FROM simulated_charges WHERE payment_id = '%s' AND ? IS NOT NULL".formatted(stray));
    assertThat(reconciliation("").<List<String>>path("data.paymentId")).doesNotContain(stray);
  }

  @Test
  void aPaymentUnderWayIsNoDisagreement() {
    as(customer)
        .body(Map.of("paymentMethod", "pm_slow"))
        .post(API + "/orders/" + order + "/payments")
        .then()
        .statusCode(202);
    assertThat(kinds()).isEmpty();
    change(ITS_TIME.formatted("true", "- interval '12 minutes'"));
    assertThat(kinds()).isEmpty();
  }

  @Test
  void goesOnToOlderOrders() {
    change(ITS_STATUS.formatted("confirmed"));
    as(customer).body(Shop.orderOf(product, 1)).post(API + "/orders").then().statusCode(201);
    Response first = reconciliation("?limit=1");
    assertThat(first.<List<String>>path("data.orderId")).doesNotContain(order);
    first.then().body("pagination.limit", equalTo(1));
    String next = first.path("pagination.next");
    assertThat(first.header("Link")).contains("after=" + next);
    assertThat(reconciliation("?limit=1&after=" + next).<List<String>>path("data.orderId"))
        .containsExactly(order);
    change(ITS_STATUS.formatted("pending_payment"));
  }

  @Test
  void namesAllThatIsWrongWithARequest() {
    as(administrator)
        .get(API + "/reconciliation?limit=401&after=x&colour=red")
        .then()
        .statusCode(400)
        .body("errors.size()", equalTo(3));
    as(administrator).get(API + "/reconciliation?limit=400&after=").then().statusCode(200);
    as(customer).get(API + "/reconciliation").then().statusCode(403);
  }

  @Test
  void theMetricShowsWhatTheLastRunFound() {
    change(ITS_STATUS.formatted("confirmed"));
    RunReconciliation.Result result =
        runReconciliation.run(new RunReconciliation.Command(new Actor.SystemProcess("test")));
    assertThat(result.disagreements()).isPositive();
    assertThat(countDisagreements.count()).isPositive();
    assertThat(as(administrator).get("/metrics").asString())
        .containsPattern("quartermaster_reconciliation_disagreements [1-9]");
    change(ITS_STATUS.formatted("pending_payment"));
  }

  private void bring(Stage stage) {
    if (stage != Stage.PLACED) {
      as(customer)
          .body(Map.of("paymentMethod", "pm_ok"))
          .post(API + "/orders/" + order + "/payments")
          .then()
          .statusCode(201);
    }
    if (stage == Stage.REFUNDED) {
      as(administrator)
          .body(Map.of("reason", "arrived broken"))
          .post(API + "/orders/" + order + "/refund")
          .then()
          .statusCode(200);
    }
  }

  private List<String> kinds() {
    return found().stream().map(each -> String.valueOf(each.get("kind"))).toList();
  }

  /** What is found of this test's order and product; other tests may leave anything. */
  private List<Map<String, Object>> found() {
    List<Map<String, Object>> data = reconciliation("?limit=20").path("data");
    return data.stream()
        .filter(each -> order.equals(each.get("orderId")) || product.equals(each.get("productId")))
        .toList();
  }

  private Response reconciliation(String query) {
    return as(administrator)
        .get(API + "/reconciliation" + query)
        .then()
        .statusCode(200)
        .extract()
        .response();
  }

  /** Changes what belongs to the order, past the application. */
  private void change(String sql) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setObject(1, UUID.fromString(order));
      assertThat(statement.executeUpdate()).as(sql).isEqualTo(1);
    } catch (SQLException failure) {
      throw new IllegalStateException(sql, failure);
    }
  }
}
