package dev.quartermaster.jobs.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.application.reconciliation.RunReconciliation;
import dev.quartermaster.domain.shared.Unavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ReconciliationTest {
  private static final Formatter MESSAGE = new PatternFormatter("%s");

  private final List<String> lines = new ArrayList<>();
  private final Logger log = Logger.getLogger(Reconciliation.class.getName());
  private final Handler reader =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          lines.add(MESSAGE.format(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void readTheLog() {
    log.addHandler(reader);
  }

  @AfterEach
  void stopReading() {
    log.removeHandler(reader);
  }

  @Test
  void tellsOfDisagreementsInOneLine() {
    List<String> actors = new ArrayList<>();
    new Reconciliation(
            command -> {
              actors.add(command.actor().reference());
              return new RunReconciliation.Result(true, 3);
            })
        .run();
    assertThat(lines)
        .containsExactly(
            "3 disagreements between orders, payments and stock; GET /api/v1/reconciliation names"
                + " them");
    assertThat(actors).containsExactly("system:reconciliation");
  }

  @Test
  void isSilentWhenAllIsWellOrAnotherNodeHasTold() {
    new Reconciliation(_ -> new RunReconciliation.Result(true, 0)).run();
    new Reconciliation(_ -> new RunReconciliation.Result(false, 3)).run();
    assertThat(lines).isEmpty();
  }

  @Test
  void waitsForTheNextRunWhileTheDatabaseIsAway() {
    new Reconciliation(
            _ -> {
              throw new Unavailable("The database", null);
            })
        .run();
    assertThat(lines)
        .containsExactly(
            "put off until the next run: The database does not answer; try again in a few"
                + " seconds.");
  }
}
