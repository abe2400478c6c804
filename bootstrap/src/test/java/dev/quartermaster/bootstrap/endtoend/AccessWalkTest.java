package dev.quartermaster.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.bootstrap.endtoend.AccessRule.Verdict;
import dev.quartermaster.bootstrap.endtoend.AccessTable.Request;
import dev.quartermaster.bootstrap.endtoend.AccessTable.Row;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Walks every operation that the running application describes, as everybody who could ask, and
 * compares what they meet with the {@link AccessTable}. An operation that is missing there, or is
 * no more, fails by its name.
 */
@EndToEnd
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // so that few people have to sign up
class AccessWalkTest {
  @Inject DataSource database;
  private @Nullable AccessPeople shared;

  @Test
  void theTableHasARowForEachOperation() {
    List<String> rows = AccessTable.ROWS.stream().map(Row::operationId).toList();

    assertThat(rows).doesNotHaveDuplicates();
    assertThat(rows)
        .as("rows of AccessTable, compared with the operations at /openapi")
        .containsExactlyInAnyOrderElementsOf(DescribedOperation.all().keySet());
  }

  static Stream<Row> rows() {
    return AccessTable.ROWS.stream();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void everybodyMeetsWhatTheRuleSays(Row row) {
    DescribedOperation operation = DescribedOperation.all().get(row.operationId());
    assertThat(operation).as("operation %s at /openapi", row).isNotNull();
    DescribedAnswers described = DescribedAnswers.read();
    SoftAssertions meetings = new SoftAssertions();
    for (Asker asker : Asker.values()) {
      Response answer = send(operation, asker, row, people(row));
      meetings
          .assertThat(met(answer.statusCode(), row))
          .as("%s as %s: %d %s", row, asker, answer.statusCode(), answer.asString())
          .isEqualTo(row.rule().of(asker).name());
      meetings
          .assertThat(described.surprise(operation.method(), operation.path(), answer))
          .as("what the description of %s lacks", row)
          .isEmpty();
    }
    meetings.assertAll();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void theDescriptionSaysWhatProofIsNeeded(Row row) {
    DescribedOperation operation = DescribedOperation.all().get(row.operationId());
    assertThat(operation).as("operation %s at /openapi", row).isNotNull();

    assertThat(operation.security().contains("bearer"))
        .as("bearer")
        .isEqualTo(!row.rule().isOpen());
    assertThat(operation.security().contains("apiKey"))
        .as("apiKey")
        .isEqualTo(!row.rule().isOpen() && row.rule().admitsKeys());
    assertThat(operation.security().contains("browserSession"))
        .as("browserSession")
        .isEqualTo(!row.rule().isOpen());
  }

  @Test
  void theDescriptionNamesTheProofs() {
    Map<String, Map<String, String>> schemes =
        Shop.anonymous().get("/openapi?format=json").path("components.securitySchemes");

    assertThat(schemes.get("bearer"))
        .containsEntry("type", "http")
        .containsEntry("scheme", "bearer");
    assertThat(schemes.get("apiKey"))
        .containsEntry("type", "apiKey")
        .containsEntry("in", "header")
        .containsEntry("name", "X-API-Key");
    assertThat(schemes.get("browserSession"))
        .containsEntry("type", "apiKey")
        .containsEntry("in", "cookie")
        .containsEntry("name", "__Host-quartermaster-session");
  }

  private AccessPeople people(Row row) {
    if (row.needsNewPeople()) {
      return new AccessPeople(database);
    }
    AccessPeople known = shared == null ? new AccessPeople(database) : shared;
    shared = known;
    return known;
  }

  private static Response send(
      DescribedOperation operation, Asker asker, Row row, AccessPeople people) {
    Request request = row.request().apply(people);
    RequestSpecification asking =
        people
            .ask(asker, row.rule().permission())
            .pathParams(request.parameters())
            .redirects()
            .follow(false);
    if (operation.isChangeOfResource()) {
      asking.header("If-Match", "*");
    }
    if (!request.body().isEmpty()) {
      asking.contentType(request.contentType()).body(request.content());
    }
    return asking.request(operation.method(), operation.path());
  }

  private static String met(int status, Row row) {
    if (status == row.success() || (row.success() == 200 && status / 100 == 2)) {
      return Verdict.ALLOWED.name();
    }
    return switch (status) {
      case 401 -> Verdict.SIGN_IN.name();
      case 403 -> Verdict.FORBIDDEN.name();
      case 404 -> Verdict.HIDDEN.name();
      default -> "neither the operation's answer nor a refusal";
    };
  }
}
