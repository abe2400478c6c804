package dev.quartermaster.bootstrap.endtoend;

import static dev.quartermaster.bootstrap.endtoend.Shop.API;
import static dev.quartermaster.bootstrap.endtoend.Shop.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the catalogue to a file, and back without a change. */
@EndToEnd
class ProductExportTest {
  private static final String NDJSON = "application/x-ndjson";
  private static final String CSV = "text/csv";
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private String clerk = "";
  private final String mark = "x" + UUID.randomUUID().toString().replace("-", "");

  @BeforeEach
  void aClerk() {
    clerk = Shop.newAdministrator();
  }

  @Test
  void aFileOfJsonCanBeImportedAgainAndChangesNothing() {
    createOddProducts();
    String before = listed();
    Response export = export("*/*");
    assertThat(export.contentType()).startsWith(NDJSON);
    assertThat(export.header("Content-Disposition")).contains("products.ndjson");
    String file = ofThisTest(export);
    assertThat(file.lines()).hasSize(3);

    Response job = imported(NDJSON, file);

    assertThat(job.<Integer>path("rejected")).isZero();
    assertThat(listed()).isEqualTo(before);
  }

  @Test
  void aFileOfCsvCanBeImportedAgainAndChangesNothing() {
    createOddProducts();
    String before = listed();
    Response export = export(CSV);
    assertThat(export.contentType()).startsWith(CSV);
    String file = export.asString();
    assertThat(file).startsWith("sku,name,price.amount,price.currency,").contains("'=1+1");

    Response job = imported(CSV, file);

    assertThat(job.<Integer>path("rejected")).isZero();
    assertThat(listed()).isEqualTo(before);
  }

  @Test
  void rowsOfCsvAreCheckedOneByOne() {
    Response job =
        imported(
            CSV,
            String.join(
                "\r\n",
                "name,sku,price.amount,price.currency,attributes.colour,attributes.size",
                "\"Bowl, \"\"large\"\"\n(two lines)\"," + mark + "-1,1250,EUR,red,12.5",
                "Cup," + mark + "-2,many,EUR,,",
                "Dish," + mark + "-3,1,EUR",
                ""));
    assertThat(job.<Integer>path("done")).isEqualTo(3);
    Response rejected = as(clerk).get(job.<String>path("links.rejectedLines"));
    assertThat(rejected.<List<Integer>>path("data.line")).containsExactly(4, 5);
    assertThat(rejected.<String>path("data[0].errors[0].field")).isEqualTo("price.amount");
    assertThat(rejected.<String>path("data[1].errors[0].message")).contains("6 values");
    Response product = as(clerk).get(API + "/products?q=" + mark);
    assertThat(product.<String>path("data[0].name")).isEqualTo("Bowl, \"large\"\n(two lines)");
    assertThat(product.<Map<String, Object>>path("data[0].attributes"))
        .containsEntry("colour", "red")
        .containsEntry("size", 12.5f);
  }

  @Test
  void aHeaderThatNamesNoColumnIsRefused() {
    Response refused = importing(CSV, "sku,title,price.amount\r\nx,y,1\r\n");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.<List<String>>path("errors.field"))
        .containsExactlyInAnyOrder("title", "name", "price.currency");
  }

  @Test
  void anotherFormIsNotAcceptable() {
    assertThat(export("application/json").statusCode()).isEqualTo(406);
  }

  private void createOddProducts() {
    create("-1", "=1+1", Map.of("colour", "=red", "weight", 12.5, "new", true));
    create("-2", "Crème „Größe 2“ 🍮", Map.of("colour", "12.5", "size", "true", "text", ""));
    create("-3", "A \"quoted\", long\nname ", Map.of("quoted", "\"x\"", "'", "'=y"));
  }

  private void create(String suffix, String name, Map<String, Object> attributes) {
    as(clerk)
        .body(
            Map.of(
                "sku",
                mark + suffix,
                "name",
                name,
                "description",
                "@line one\r\nline two",
                "price",
                Map.of("amount", 1250, "currency", "EUR"),
                "attributes",
                attributes,
                "status",
                "draft"))
        .post(API + "/products")
        .then()
        .statusCode(201);
  }

  private String listed() {
    return as(clerk).get(API + "/products?sort=sku&q=" + mark).asString();
  }

  private Response export(String accept) {
    return as(clerk).accept(accept).get(API + "/products/export");
  }

  private String ofThisTest(Response export) {
    return export
        .asString()
        .lines()
        .filter(line -> line.contains(mark))
        .collect(Collectors.joining("\n"));
  }

  private Response importing(String type, String file) {
    return as(clerk)
        .contentType(type)
        .body(file.getBytes(StandardCharsets.UTF_8))
        .post(API + "/products/import");
  }

  private Response imported(String type, String file) {
    String job = importing(type, file).then().statusCode(202).extract().header("Location");
    long giveUp = System.nanoTime() + PATIENCE.toNanos();
    while (as(clerk).get(job).path("finishedAt") == null) {
      assertThat(System.nanoTime()).as("the job never ends").isLessThan(giveUp);
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
    return as(clerk).get(job).then().statusCode(200).extract().response();
  }
}
