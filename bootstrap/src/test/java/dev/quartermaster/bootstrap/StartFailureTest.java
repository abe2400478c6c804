package dev.quartermaster.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.QuarkusBindException;
import java.net.BindException;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;

class StartFailureTest {

  @Test
  void aPortInUseNamesItsSetting() {
    var failure =
        new IllegalStateException(
            new QuarkusBindException("0.0.0.0", 8080, new BindException("Address in use")));

    assertThat(StartFailure.explain(failure))
        .isEqualTo("port 8080 is in use; stop the other program or set QUARKUS_HTTP_PORT");
  }

  @Test
  void aMigrationGivesItsFileAndTheDatabasesAnswer() {
    var failure =
        new IllegalStateException(
            new FlywayException(
                "\nFailed to execute script V2__x.sql\n------\nSQL State  : 42P01\nMessage    : ERROR: no such table\nLine : 2"));

    assertThat(StartFailure.explain(failure))
        .contains("(Failed to execute script V2__x.sql: ERROR: no such table)")
        .doesNotContain("\n");
  }

  @Test
  void theUnexpectedGivesItsRootOnOneLine() {
    var failure = new IllegalStateException("outer", new IllegalArgumentException("in\n  two"));

    assertThat(StartFailure.explain(failure))
        .isEqualTo(
            "in two (java.lang.IllegalArgumentException); set QUARKUS_LOG_LEVEL=DEBUG to see where");
  }
}
