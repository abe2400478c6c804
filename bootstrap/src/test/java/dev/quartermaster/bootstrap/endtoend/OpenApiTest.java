package dev.quartermaster.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
}
