package dev.quartermaster.jobs.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.quartermaster.domain.shared.NotFound;
import dev.quartermaster.domain.shared.Unavailable;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

final class BatchesTest {
  private static final Logger LOG = Logger.getLogger(BatchesTest.class);

  @Test
  void goesOnUntilABatchIsNotFull() {
    Queue<Integer> left = new ArrayDeque<>(List.of(10, 10, 3, 10));

    assertThat(new Batches(10, 100).run(LOG, _ -> left.remove())).isEqualTo(23);
    assertThat(left).hasSize(1);
  }

  @Test
  void leavesTheRestToTheNextRunAfterItsLastRound() {
    assertThat(new Batches(10, 4).run(LOG, limit -> limit)).isEqualTo(40);
  }

  @Test
  void aNeighbourThatDoesNotAnswerEndsTheRun() {
    Queue<Integer> left = new ArrayDeque<>(List.of(10));

    int done =
        new Batches(10, 100)
            .run(
                LOG,
                _ -> {
                  if (left.isEmpty()) {
                    throw new Unavailable("The database", null);
                  }
                  return left.remove();
                });

    assertThat(done).isEqualTo(10);
  }

  @Test
  void otherRefusalsAreNotHidden() {
    assertThatExceptionOfType(NotFound.class)
        .isThrownBy(
            () ->
                new Batches(10, 100)
                    .run(
                        LOG,
                        _ -> {
                          throw new NotFound("order", "1");
                        }));
  }
}
