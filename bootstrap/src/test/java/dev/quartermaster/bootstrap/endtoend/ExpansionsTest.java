package dev.quartermaster.bootstrap.endtoend;

import static dev.quartermaster.bootstrap.endtoend.Shop.API;
import static dev.quartermaster.bootstrap.endtoend.Shop.anonymous;
import static dev.quartermaster.bootstrap.endtoend.Shop.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What belongs to a resource is shown within it, for whoever asks by {@code expand}. */
@EndToEnd
class ExpansionsTest {
  private String administrator = "";
  private String product = "";
  private String customer = "";
  private String order = "";

  @BeforeEach
  void anOrder() {
    administrator = Shop.administrator();
    product = Shop.newProduct(administrator, 10);
    customer = Shop.newCustomer();
    order = as(customer).body(Shop.orderOf(product, 3)).post(API + "/orders").path("id");
  }

  @Test
  void aProductShowsItsStock() {
    Response plain = anonymous().get(API + "/products/" + product);
    Response expanded = anonymous().get(API + "/products/" + product + "?expand=stock");

    assertThat(plain.<Map<String, Object>>path("$")).doesNotContainKey("stock");
    assertThat(expanded.<Map<String, Object>>path("stock"))
        .isEqualTo(Shop.stock(product).path("$"))
        .containsEntry("available", 7)
        .containsEntry("reserved", 3);
    assertThat(expanded.header("ETag")).isNotEqualTo(plain.header("ETag"));
  }

  @Test
  void aListOfProductsShowsTheStockOfEach() {
    String other = Shop.newProduct(administrator, 0);

    Response list =
        anonymous().get(API + "/products?expand=stock&sort=-createdAt&limit=2&fields=id,stock");

    assertThat(list.<List<String>>path("data.id")).containsExactly(other, product);
    assertThat(list.<List<Integer>>path("data.stock.available")).containsExactly(0, 7);
  }

  @Test
  void theTagOfAnExpandedProductFollowsItsStock() {
    String path = API + "/products/" + product + "?expand=stock";
    String before = anonymous().get(path).header("ETag");

    as(customer).body(Shop.orderOf(product, 1)).post(API + "/orders").then().statusCode(201);

    Response after = anonymous().header("If-None-Match", before).get(path);
    assertThat(after.statusCode()).isEqualTo(200);
    assertThat(after.<Integer>path("stock.available")).isEqualTo(6);
  }

  @Test
  void anOrderShowsTheProductsOfItsLinesAsTheyAreNow() {
    as(administrator)
        .header("If-Match", "*")
        .body(Map.of("name", "Another name"))
        .patch(API + "/products/" + product)
        .then()
        .statusCode(200);

    Response shown = as(customer).get(API + "/orders/" + order + "?expand=items.product");
    Response listed = as(customer).get(API + "/orders?expand=items.product");

    assertThat(shown.<Object>path("items[0].product"))
        .isEqualTo(as(customer).get(API + "/products/" + product).path("$"));
    assertThat(shown.<String>path("items[0].name")).isEqualTo("Tea light");
    assertThat(listed.<String>path("data[0].items[0].product.name")).isEqualTo("Another name");
    assertThat(as(customer).get(API + "/orders/" + order).<Map<String, Object>>path("items[0]"))
        .doesNotContainKey("product");
  }

  @Test
  void aProductThatIsGoneIsLeftOut() {
    as(administrator)
        .header("If-Match", "*")
        .delete(API + "/products/" + product)
        .then()
        .statusCode(204);

    Response shown = as(customer).get(API + "/orders/" + order + "?expand=items.product");

    assertThat(shown.statusCode()).isEqualTo(200);
    assertThat(shown.<Map<String, Object>>path("items[0]"))
        .containsKey("sku")
        .doesNotContainKey("product");
  }

  @ParameterizedTest
  @CsvSource({
    "/products?expand=colour,stock",
    "/products/PRODUCT?expand=colour,stock",
    "/orders?expand=product,items.product",
    "/orders/ORDER?expand=items.product%2Ccustomer,items.product",
  })
  void whatCannotBeExpandedIsRefusedWithWhatCan(String path, String known) {
    Response answer =
        as(customer)
            .urlEncodingEnabled(false)
            .get(API + path.replace("PRODUCT", product).replace("ORDER", order));

    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
    assertThat(answer.<List<String>>path("errors.field")).containsExactly("expand");
    assertThat(answer.<String>path("errors[0].message")).endsWith("known is " + known);
  }
}
