package dev.quartermaster.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a problem's {@code type} leads to can be read by a person. */
@EndToEnd
class ProblemPagesTest {

  @Test
  void everyProblemHasAPage() {
    List<String> pages =
        Shop.anonymous()
            .get("/problems")
            .then()
            .statusCode(200)
            .contentType("text/html")
            .extract()
            .htmlPath()
            .getList("html.body.main.ul.li.a.@href");

    assertThat(pages)
        .contains("/problems/validation-failed", "/problems/insufficient-stock")
        .allSatisfy(
            page ->
                Shop.anonymous()
                    .get(page)
                    .then()
                    .statusCode(200)
                    .body(containsString(page.substring("/problems/".length()))));
  }
}
