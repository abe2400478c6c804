package dev.quartermaster.bootstrap.endtoend;

import static dev.quartermaster.bootstrap.endtoend.Shop.API;
import static dev.quartermaster.bootstrap.endtoend.Shop.anonymous;
import static dev.quartermaster.bootstrap.endtoend.Shop.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever comes in, the answer is the contract's, and nothing is stored. */
@EndToEnd
class BadInputTest {
  private static final String UNKNOWN = "01980f3c-6f4e-7cc0-8d3e-2f1f0a5b7c1d";

  private String administrator = "";
  private String customer = "";
  private String product = "";

  @BeforeEach
  void aProductAndACustomer() {
    administrator = Shop.administrator();
    customer = Shop.newCustomer();
    product = Shop.newProduct(administrator, 10);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "/users                                  | {                                   | 400 | malformed-request | ",
        "/users                                  | []                                  | 400 | malformed-request | ",
        "/users                                  | null                                | 400 | validation-failed | body",
        "/users                                  | {} {}                               | 400 | malformed-request | ",
        "/users                                  | {\"name\":\"a\",\"name\":\"b\"}     | 400 | malformed-request | ",
        "/users                                  | {}                                  | 400 | validation-failed | email,name,password",
        "/users                                  | {\"name\":5}                        | 400 | validation-failed | name",
        "/users                                  | {\"name\":\"a\\u0000\"}             | 400 | validation-failed | name",
        "/users                                  | {\"admin\":true}                    | 400 | validation-failed | admin",
        "/users                                  | {\"name\":\"Ada\",\"email\":\"nobody@example.com\",\"password\":\"password123\"} | 400 | validation-failed | password",
        "/auth/login                             | {}                                  | 400 | validation-failed | email,password",
        "/auth/login                             | {\"email\":\"no@example.com\",\"password\":\"wrong-one\"} | 401 | invalid-credentials | ",
        "/auth/refresh                           | {\"refreshToken\":\"x\"}            | 401 | invalid-refresh-token | ",
        "/orders                                 | {}                                  | 400 | validation-failed | items",
        "/orders                                 | {\"items\":[]}                      | 400 | validation-failed | items",
        "/orders                                 | {\"items\":[null]}                  | 400 | validation-failed | items[0]",
        "/orders                                 | {\"items\":[{\"productId\":\"x\",\"quantity\":1}]} | 400 | validation-failed | items[0].productId",
        "/orders                                 | {\"items\":[{\"productId\":\"PRODUCT\",\"quantity\":0},{}]} | 400 | validation-failed | items[0].quantity,items[1].productId,items[1].quantity",
        "/orders                                 | {\"items\":[{\"productId\":\"PRODUCT\",\"quantity\":1.5}]} | 400 | validation-failed | items[0].quantity",
        "/orders                                 | {\"items\":[{\"productId\":\"PRODUCT\",\"quantity\":\"1\"}]} | 400 | validation-failed | items[0].quantity",
        "/orders                                 | {\"items\":[{\"productId\":\"PRODUCT\",\"quantity\":99999999999999999999}]} | 400 | validation-failed | items[0].quantity",
        "/orders                                 | {\"items\":[{\"productId\":\"PRODUCT\",\"quantity\":1,\"price\":1}]} | 400 | validation-failed | items[0].price",
        "/orders                                 | {\"items\":[{\"productId\":\"01980f3c-6f4e-7cc0-8d3e-2f1f0a5b7c1d\",\"quantity\":1}]} | 400 | validation-failed | items[0].productId",
        "/orders                                 | {\"items\":[{\"productId\":\"PRODUCT\",\"quantity\":7},{\"productId\":\"PRODUCT\",\"quantity\":7}]} | 409 | insufficient-stock | items[1].quantity",
        "/products                               | {\"sku\":\"N\",\"name\":\"N\",\"price\":{\"amount\":1,\"currency\":\"EUR\"}} | 403 | forbidden | ",
      })
  void aBadBodyIsRefusedByItsFields(
      String path, String body, int status, String code, String fields) {
    Response answer = as(customer).body(body.replace("PRODUCT", product)).post(API + path);

    assertProblem(answer, status, code);
    if (fields != null) {
      assertThat(answer.<List<String>>path("errors.field")).containsExactly(fields.split(",", -1));
    }
    assertNothingHappened();
  }

  @ParameterizedTest
  @CsvSource({
    "/products?page=0,page",
    "/products?page=99999999999,page",
    "/products?limit=101,limit",
    "/products?sort=colour,sort",
    "/products?after=junk,after",
    "/products?fields=colour,fields",
    "/products?colour=red,colour",
    "/products?minPrice=-1,minPrice",
    "/products?status=lost,status",
    "/products?q=%00,q",
    "/products?sort=relevance,sort",
    "/products?q=mug&sort=-relevance,sort",
    "/products?q=mug&sort=relevance%2Cprice,sort",
    "/products?facets=colour,facets",
    "/products?facets=category%2C,facets",
    "/products?facets=attributes.,facets",
    "/products?facets=category%2Cstatus%2Cattributes.a%2Cattributes.b%2Cattributes.c%2Cattributes.d,facets",
    "/products?attributes=red,attributes",
    "/products?attributes.=red,attributes.",
    "/products?attributes.colour=%00,attributes.colour",
    "/orders?attributes.colour=red,attributes.colour",
    "/products/not-a-uuid,id",
    "/orders?status=lost,status",
    "/orders?customerId=x,customerId",
    "/orders/not-a-uuid,id",
    "/users/not-a-uuid,id",
  })
  void aBadParameterIsRefusedByName(String path, String field) {
    Response answer = as(customer).urlEncodingEnabled(false).get(API + path);

    assertProblem(answer, 400, "validation-failed");
    assertThat(answer.<List<String>>path("errors.field")).containsExactly(field);
  }

  @ParameterizedTest
  @CsvSource({
    "GET,/users/me",
    "GET,/users",
    "GET,/orders",
    "POST,/orders",
    "POST,/products",
    "POST,/auth/logout-all",
    "GET,/products/" + UNKNOWN + "/stock/movements",
  })
  void withoutATokenNothingPrivateOpens(String method, String path) {
    assertProblem(anonymous().body("{}").request(method, API + path), 401, "unauthorized");
  }

  @Test
  void aForeignOrBrokenTokenIsNobody() {
    String[] parts = customer.split("\\.", -1);
    List<String> forged =
        List.of(
            "junk",
            parts[0] + "." + parts[1] + ".",
            "eyJhbGciOiJub25lIn0." + parts[1] + ".",
            parts[0] + "." + parts[1] + "." + "A".repeat(parts[2].length()));

    assertThat(forged)
        .allSatisfy(token -> assertProblem(as(token).get(API + "/users/me"), 401, "unauthorized"));
  }

  @ParameterizedTest
  @CsvSource({"/orders/", "/users/", "/products/"})
  void whatIsNotThereIsNotFound(String path) {
    assertProblem(as(customer).get(API + path + UNKNOWN), 404, "not-found");
  }

  @Test
  void changesNeedTheVersionThatWasRead() {
    String path = API + "/products/" + product;
    String change = "{\"price\":{\"amount\":1,\"currency\":\"EUR\"}}";

    assertProblem(as(administrator).body(change).patch(path), 428, "precondition-required");
    assertProblem(
        as(administrator).header("If-Match", "\"7\"").body(change).patch(path),
        412,
        "stale-version");
    assertProblem(
        as(administrator).header("If-Match", "W/\"1\"").body(change).patch(path),
        412,
        "stale-version");
    assertProblem(
        as(administrator).header("If-Match", "1").body(change).patch(path),
        400,
        "malformed-request");
    as(administrator).header("If-Match", "\"1\"").body(change).patch(path).then().statusCode(200);
    assertProblem(as(administrator).header("If-Match", "\"1\"").delete(path), 412, "stale-version");
  }

  @Test
  void theProtocolIsTakenSeriously() {
    Response wrongMethod = anonymous().put(API + "/users");
    assertProblem(wrongMethod, 405, "method-not-allowed");
    assertThat(wrongMethod.header("Allow")).isEqualTo("GET, HEAD, OPTIONS, POST");

    RequestSpecification plainText = anonymous().contentType("text/plain").body("x");
    assertProblem(plainText.post(API + "/users"), 415, "unsupported-media-type");
    assertProblem(anonymous().accept("text/csv").get(API + "/products"), 406, "not-acceptable");
    assertProblem(anonymous().get(API + "/nowhere"), 404, "not-found");
    assertProblem(anonymous().get("/nowhere"), 404, "not-found");
  }

  @Test
  void aBodyOfTenMegabytesIsTooLarge() {
    String body = "{\"name\":\"" + "a".repeat(10 << 20) + "\"}";

    assertProblem(anonymous().body(body).post(API + "/users"), 413, "payload-too-large");
  }

  @Test
  void anIdempotencyKeyNamesOneRequest() {
    RequestSpecification first = as(customer).header("Idempotency-Key", "a-key");
    first.body(Shop.orderOf(product, 1)).post(API + "/orders").then().statusCode(201);

    assertProblem(
        as(customer)
            .header("Idempotency-Key", "a-key")
            .body(Shop.orderOf(product, 2))
            .post(API + "/orders"),
        422,
        "idempotency-key-reused");
    assertProblem(
        as(customer)
            .header("Idempotency-Key", "k".repeat(256))
            .body(Shop.orderOf(product, 2))
            .post(API + "/orders"),
        400,
        "validation-failed");
    Shop.stock(product).then().statusCode(200);
    assertThat(Shop.stock(product).<Integer>path("available")).isEqualTo(9);
  }

  private void assertNothingHappened() {
    assertThat(Shop.stock(product).<Integer>path("available")).isEqualTo(10);
    assertThat(as(customer).get(API + "/orders").<Integer>path("pagination.total")).isZero();
  }

  private static void assertProblem(Response answer, int status, String code) {
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
    assertThat(answer.contentType()).isEqualTo("application/problem+json");
    assertThat(answer.<String>path("code")).isEqualTo(code);
    assertThat(answer.<Integer>path("status")).isEqualTo(status);
    assertThat(answer.<String>path("type")).isEqualTo("/problems/" + code);
    assertThat(answer.<String>path("traceId")).matches("[0-9a-f]{32}");
    assertThat(answer.header("X-Request-Id")).isNotBlank();
    assertThat(anonymous().get("/problems/" + code).statusCode()).isEqualTo(200);
  }
}
