package dev.quartermaster.testkit.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.AuditEntry;
import dev.quartermaster.domain.shared.AuditTrail;
import dev.quartermaster.domain.shared.Change;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What {@link AuditTrail} promises. */
public abstract class AuditTrailContract extends PortContract {
  private static final Actor ACTOR = new Actor.SystemProcess("contract");

  /** The port under test. */
  protected abstract AuditTrail auditTrail();

  /** The actions done to a target, the oldest first. */
  protected abstract List<String> actionsOn(String targetId);

  @Test
  void anEntryIsThereOnceItsTransactionHasCommitted() {
    String target = unique();

    inTransaction(
        () -> {
          auditTrail().append(entry("thing.made", target));
          assertThat(inAnotherTransaction(() -> actionsOn(target))).isEmpty();
        });

    assertThat(actionsOn(target)).containsExactly("thing.made");
  }

  @Test
  void whatWasRolledBackWasNotDone() {
    String target = unique();

    rollBack(() -> auditTrail().append(entry("thing.made", target)));

    assertThat(actionsOn(target)).isEmpty();
  }

  @Test
  void changesMayLackAStateBeforeOrAfter() {
    String target = unique();

    inTransaction(
        () ->
            auditTrail()
                .append(
                    entry("thing.edited", target)
                        .changing(
                            List.of(
                                new Change("made", Optional.empty(), Optional.of("yes")),
                                new Change("gone", Optional.of("yes"), Optional.empty())))));

    assertThat(actionsOn(target)).containsExactly("thing.edited");
  }

  @Test
  void manyEntriesAreAppendedInTheirOrder() {
    String target = unique();
    List<String> actions = IntStream.range(0, 1_000).mapToObj(number -> "thing." + number).toList();

    inTransaction(
        () -> auditTrail().append(actions.stream().map(action -> entry(action, target)).toList()));

    assertThat(actionsOn(target)).isEqualTo(actions);
  }

  @Test
  void appendingNothingIsNothing() {
    inTransaction(() -> auditTrail().append(List.of()));
  }

  @Test
  void writersDoNotWaitForOneAnother() {
    String target = unique();
    inTransaction(
        () -> {
          auditTrail().append(entry("thing.made", target));
          inAnotherTransaction(
              () -> {
                auditTrail().append(entry("thing.edited", target));
                return true;
              });
        });
    assertThat(actionsOn(target)).containsExactlyInAnyOrder("thing.made", "thing.edited");
  }

  private static AuditEntry entry(String action, String target) {
    return AuditEntry.of(ACTOR, action, "thing", target, NOW);
  }
}
