package dev.quartermaster.testkit.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.quartermaster.domain.jobs.JobId;
import dev.quartermaster.domain.jobs.JobStep;
import dev.quartermaster.domain.jobs.JobType;
import dev.quartermaster.domain.jobs.JobWork;
import dev.quartermaster.domain.jobs.RejectedLine;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.FieldError;
import dev.quartermaster.domain.shared.NotFound;
import dev.quartermaster.testkit.shared.Actors;
import dev.quartermaster.testkit.shared.PortContract;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@link JobWork} promises. */
public abstract class JobWorkContract extends PortContract {
  private static final RejectedLine BROKEN =
      new RejectedLine(4, List.of(new FieldError("name", "must be given")));

  private static final JobType TYPE = JobType.PRODUCT_IMPORT;
  private final Actor actor = Actors.with(TYPE.permission());

  /** The port under test. */
  protected abstract JobWork work();

  /** Receives an import: so many sound lines, and then one that will be rejected. */
  protected abstract void receive(JobId id, int sound, RejectedLine rejected);

  @Test
  void beginsWhatWasReceivedOnce() {
    JobId id = received();
    assertThat(inTransaction(() -> work().begin(TYPE, id, actor))).isEqualTo(4);
    assertThatExceptionOfType(NotFound.class)
        .isThrownBy(() -> inTransaction(() -> work().begin(TYPE, id, actor)));
  }

  @Test
  void beginsNothingThatIsUnknown() {
    JobId unknown = new JobId(IDENTIFIERS.next());
    assertThatExceptionOfType(NotFound.class)
        .isThrownBy(() -> inTransaction(() -> work().begin(TYPE, unknown, actor)));
  }

  @Test
  void goesThroughEachLineOnce() {
    JobId id = begun();
    List<JobStep> steps = toTheEnd(id);
    assertThat(steps.stream().mapToLong(JobStep::lines).sum()).isEqualTo(4);
    assertThat(steps.stream().flatMap(step -> step.rejected().stream())).containsExactly(BROKEN);
    assertThat(next(id).wasTheLast()).isTrue();
  }

  @Test
  void aStepThatIsRolledBackIsStillToDo() {
    JobId id = begun();
    rollBack(() -> work().next(TYPE, id, actor));
    assertThat(toTheEnd(id).stream().mapToLong(JobStep::lines).sum()).isEqualTo(4);
  }

  @Test
  void hasNothingLeftToDoOnceTheInputIsDiscarded() {
    JobId id = begun();
    inTransaction(() -> work().discard(TYPE, id, actor));
    assertThat(next(id).wasTheLast()).isTrue();
  }

  private JobId received() {
    JobId id = new JobId(IDENTIFIERS.next());
    inTransaction(() -> receive(id, 3, BROKEN));
    return id;
  }

  private JobId begun() {
    JobId id = received();
    inTransaction(() -> assertThat(work().begin(TYPE, id, actor)).isEqualTo(4));
    return id;
  }

  private List<JobStep> toTheEnd(JobId id) {
    List<JobStep> steps = new ArrayList<>();
    do {
      steps.add(next(id));
    } while (!steps.getLast().wasTheLast());
    return steps;
  }

  private JobStep next(JobId id) {
    return inTransaction(() -> work().next(TYPE, id, actor));
  }
}
