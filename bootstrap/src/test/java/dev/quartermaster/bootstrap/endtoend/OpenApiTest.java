package dev.quartermaster.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.domain.audit.BrokenLink;
import dev.quartermaster.domain.catalog.ProductStatus;
import dev.quartermaster.domain.identity.Role;
import dev.quartermaster.domain.inventory.StockMovement;
import dev.quartermaster.domain.ordering.OrderStatus;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The description of the API that the repository carries is the one that the code gives. */
@EndToEnd
class OpenApiTest {
  private static final Path KEPT = Path.of("..", "docs", "openapi.yaml");
  private static final Path GENERATED = Path.of("target", "openapi.yaml");

  @Test
  void theKeptDescriptionIsTrue() throws IOException {
    String generated = Shop.anonymous().get("/openapi").then().statusCode(200).extract().asString();
    Files.writeString(GENERATED, generated);

    assertThat(Files.readString(KEPT))
        .as("docs/openapi.yaml; if the change is meant, copy bootstrap/target/openapi.yaml there")
        .isEqualTo(generated);
  }

  @Test
  void whateverHasAFewValuesNamesThemAll() {
    JsonPath schemas =
        Shop.anonymous().get("/openapi?format=json").jsonPath().setRootPath("components.schemas");

    List<String> orders = Stream.of(OrderStatus.values()).map(OrderStatus::code).toList();
    List<String> products = Stream.of(ProductStatus.values()).map(ProductStatus::code).toList();
    assertThat(values(schemas, "Order", "status")).isEqualTo(orders);
    assertThat(values(schemas, "OrderTransition", "status")).isEqualTo(orders);
    assertThat(values(schemas, "Product", "status")).isEqualTo(products);
    assertThat(values(schemas, "CreateProductRequest", "status")).isEqualTo(products);
    assertThat(values(schemas, "EditProductRequest", "status")).isEqualTo(products);
    assertThat(values(schemas, "StockMovement", "kind"))
        .isEqualTo(Stream.of(StockMovement.Kind.values()).map(StockMovement.Kind::code).toList());
    assertThat(values(schemas, "AuditBrokenLink", "kind"))
        .isEqualTo(Stream.of(BrokenLink.Kind.values()).map(BrokenLink.Kind::code).toList());
    assertThat(schemas.getString("User.properties.roles.items.pattern"))
        .isEqualTo(
            Stream.of(Role.values())
                .map(Role::code)
                .collect(Collectors.joining("|", "^(?:", ")$")));
  }

  private static List<String> values(JsonPath schemas, String schema, String member) {
    return schemas.getList("%s.properties.%s.enum".formatted(schema, member));
  }
}
