package dev.quartermaster.bootstrap.endtoend;

import static dev.quartermaster.bootstrap.endtoend.Shop.API;
import static dev.quartermaster.bootstrap.endtoend.Shop.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;

import dev.quartermaster.application.events.PublishEvents;
import io.agroal.api.AgroalDataSource;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens reaches the log, and staff can look whether anything is lacking there. */
@EndToEnd
class EventLogTest {
  @Inject AgroalDataSource database;
  @Inject PublishEvents publishEvents;

  private String administrator = "";
  private String order = "";

  @BeforeEach
  void anOrderThatWasCancelled() {
    administrator = Shop.administrator();
    String customer = Shop.newCustomer();
    order =
        as(customer)
            .body(Shop.orderOf(Shop.newProduct(administrator, 10), 3))
            .post(API + "/orders")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    as(customer).post(API + "/orders/" + order + "/cancel").then().statusCode(200);
    // What the node's own publisher has not come to yet.
    while (publishEvents.publish(new PublishEvents.Command(1_000)) > 0) {
      // The rest follows.
    }
  }

  @Test
  void theLogIsComplete() {
    verification()
        .then()
        .statusCode(200)
        .header("Cache-Control", "no-store")
        .body("complete", equalTo(true))
        .body("missing", equalTo(0))
        .body("gaps", empty())
        .body("head", greaterThan(1));
  }

  @Test
  void anEventThatIsLackingIsNamed() {
    change("UPDATE events SET sequence = sequence + 1 WHERE aggregate_id = ? AND sequence = 2");

    Response found = verification();

    change("UPDATE events SET sequence = sequence - 1 WHERE aggregate_id = ? AND sequence = 3");
    found.then().statusCode(200).body("complete", equalTo(false));
    Map<String, Object> gap = found.<List<Map<String, Object>>>path("gaps").getFirst();
    assertThat(gap)
        .containsEntry("aggregateType", "order")
        .containsEntry("aggregateId", order)
        .containsEntry("expected", 2)
        .containsEntry("found", 3);
    verification().then().body("complete", equalTo(true));
  }

  private Response verification() {
    return as(administrator).get(API + "/events/verify");
  }

  private void change(String sql) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, order);
      assertThat(statement.executeUpdate()).as(sql).isEqualTo(1);
    } catch (SQLException failure) {
      throw new IllegalStateException(sql, failure);
    }
  }
}
