package dev.quartermaster.bootstrap.endtoend;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The architecture report is served to people and to machines. */
@EndToEnd
class ArchitecturePageTest {

  @ParameterizedTest
  @ValueSource(strings = {"/architecture", "/architecture/"})
  void peopleGetThePage(String path) {
    Shop.anonymous()
        .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
        .get(path)
        .then()
        .statusCode(200)
        .contentType("text/html")
        .header(
            "Content-Security-Policy", startsWith("default-src 'none'; style-src 'unsafe-inline'"))
        .body(containsString("PlaceOrder"));
  }

  @Test
  void whoeverAsksForJsonGetsTheFacts() {
    Shop.anonymous()
        .header("Accept", "application/json")
        .get("/architecture")
        .then()
        .statusCode(200)
        .contentType("application/json")
        .body("contexts.name", hasItem("ordering"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/architecture.json", "/architecture/architecture.json"})
  void thePagesLinkLeadsToTheFacts(String path) {
    Shop.anonymous()
        .get(path)
        .then()
        .statusCode(200)
        .contentType("application/json")
        .body("modules.name", hasItem("adapters-rest"));
  }
}
