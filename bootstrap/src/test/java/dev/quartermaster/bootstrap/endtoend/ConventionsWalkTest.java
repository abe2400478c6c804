package dev.quartermaster.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.quartermaster.bootstrap.endtoend.AccessTable.Row;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Walks every operation that the running application describes, and holds it against each {@link
 * Convention}. The requests are those of the {@link AccessTable}, so that a new operation is under
 * the conventions with its row there.
 */
@EndToEnd
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // so that few people have to sign up
class ConventionsWalkTest {
  /** The chain of the audit trail, which its list shows, settles within about a second. */
  private static final Duration SETTLED = Duration.ofSeconds(20);

  @Inject DataSource database;
  private @Nullable AccessPeople shared;

  static Stream<Row> rows() {
    return AccessTable.ROWS.stream();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void itKeepsToTheConventions(Row row) {
    DescribedOperation operation = DescribedOperation.all().get(row.operationId());
    assertThat(operation).as("operation %s at /openapi", row).isNotNull();
    for (Convention convention : Convention.values()) {
      if (convention.appliesTo(operation)) {
        ConventionExceptions.of(row.operationId(), convention)
            .ifPresentOrElse(
                exception -> assertBroken(exception, operation, row),
                () -> assertKept(convention, operation, row));
      }
    }
  }

  @Test
  void everyExceptionIsOfAnOperationThatTheConventionIsFor() {
    Map<String, DescribedOperation> operations = DescribedOperation.all();

    assertThat(ConventionExceptions.ROWS)
        .doesNotHaveDuplicates()
        .allSatisfy(
            exception -> {
              assertThat(operations).containsKey(exception.operationId());
              assertThat(exception.convention())
                  .matches(of -> of.appliesTo(operations.get(exception.operationId())));
              assertThat(exception.reason()).isNotBlank();
            });
  }

  private void assertKept(Convention convention, DescribedOperation operation, Row row) {
    Instant last = Instant.now().plus(SETTLED);
    while (true) {
      try {
        convention.check(Visit.of(operation, row, people(row)));
        return;
      } catch (AssertionError broken) {
        if (!operation.isRead() || Instant.now().isAfter(last)) {
          throw new AssertionError(
              row + " does not keep to " + convention + ": " + broken.getMessage(), broken);
        }
      }
    }
  }

  private void assertBroken(
      ConventionExceptions.Row exception, DescribedOperation operation, Row row) {
    Visit visit = Visit.of(operation, row, people(row));
    assertThatExceptionOfType(AssertionError.class)
        .as("%s: if it is an exception no more, take it off the table", exception)
        .isThrownBy(() -> exception.convention().check(visit));
  }

  private AccessPeople people(Row row) {
    if (row.needsNewPeople()) {
      return new AccessPeople(database);
    }
    AccessPeople known = shared == null ? new AccessPeople(database) : shared;
    shared = known;
    return known;
  }
}
