package dev.quartermaster.persistence.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.domain.audit.AuditEvent;
import dev.quartermaster.domain.audit.AuditEvents;
import dev.quartermaster.domain.audit.BrokenLink;
import dev.quartermaster.domain.audit.ChainLink;
import dev.quartermaster.domain.shared.AuditTrail;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.persistence.shared.Statements;
import dev.quartermaster.testkit.audit.AuditEventsContract;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * {@link AuditEventsContract} on PostgreSQL, and what somebody with SQL can do to the chain; each
 * of these is rolled back in the end.
 */
@QuarkusTest
class PostgresAuditEventsTest extends AuditEventsContract {
  @Inject UnitOfWork unitOfWork;
  @Inject AuditTrail auditTrail;
  @Inject AuditEvents events;
  @Inject Statements statements;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "actor = 'user:1'",
        "action = 'thing.unmade'",
        "target_type = 'thin'",
        "target_id = target_id || 'g'",
        "request_id = ''",
        "changed_fields = '{a}', changed_from = '{b}', changed_to = '{NULL}'",
        "created_at = created_at + interval '1 microsecond'",
        "hash = repeat('0', 64)",
        "hash = ''"
      })
  void aRowChangedByHandIsFound(String change) {
    AuditEvent event = chainedInTheMiddle();
    rollBack(
        () -> {
          change(change, event);
          assertThat(firstBreak()).contains(at(event, BrokenLink.Kind.CHANGED));
        });
    assertThat(firstBreak()).isEmpty();
  }

  @Test
  void aTextThatMovedToTheNextColumnIsFound() {
    AuditEvent event = chainedInTheMiddle();
    rollBack(
        () -> {
          change(
              "target_type = left(target_type, 2),"
                  + " target_id = substr(target_type, 3) || target_id",
              event);
          assertThat(firstBreak()).contains(at(event, BrokenLink.Kind.CHANGED));
        });
  }

  @Test
  void aRowDeletedByHandIsFound() {
    AuditEvent event = chainedInTheMiddle();
    rollBack(
        () -> {
          statements.update("DELETE FROM audit_events WHERE id = ?", event.id());
          assertThat(firstBreak()).contains(nobodyAt(event, BrokenLink.Kind.MISSING));
        });
  }

  @Test
  void aRowThatIsSentBackToWaitIsFound() {
    AuditEvent event = chainedInTheMiddle();
    rollBack(
        () -> {
          statements.update(
              """
              WITH sent AS (DELETE FROM audit_events WHERE id = ? RETURNING *)
              INSERT INTO audit_arrivals (id, actor, action, target_type, target_id, request_id,
                                          changed_fields, changed_from, changed_to, created_at)
              SELECT id, actor, action, target_type, target_id, request_id,
                     changed_fields, changed_from, changed_to, created_at
              FROM sent
              """,
              event.id());
          assertThat(firstBreak()).contains(nobodyAt(event, BrokenLink.Kind.MISSING));
        });
  }

  @Test
  void rowsThatChangedPlacesAreFound() {
    AuditEvent event = chainedInTheMiddle();
    rollBack(
        () -> {
          statements.update("DROP INDEX audit_events_sequence");
          statements.update(
              """
              UPDATE audit_events SET sequence = 2 * ? + 1 - sequence
              WHERE sequence IN (?, ? + 1)
              """,
              sequence(event),
              sequence(event),
              sequence(event));
          assertThat(firstBreak().map(BrokenLink::kind)).contains(BrokenLink.Kind.CHANGED);
          assertThat(firstBreak().map(BrokenLink::sequence)).contains(sequence(event));
        });
  }

  @Test
  void aRowInsertedInATakenPlaceIsFound() {
    AuditEvent event = chainedInTheMiddle();
    UUID forged = UUID.randomUUID();
    rollBack(
        () -> {
          statements.update("DROP INDEX audit_events_sequence");
          copy(event, forged, sequence(event));
          assertThat(firstBreak()).isPresent();
          assertThat(firstBreak().map(BrokenLink::sequence)).contains(sequence(event));
        });
  }

  @Test
  void aRowInsertedBeforeTheFirstPlaceIsFound() {
    AuditEvent event = chainedInTheMiddle();
    UUID forged = UUID.randomUUID();
    rollBack(
        () -> {
          statements.update(
              "ALTER TABLE audit_events DROP CONSTRAINT audit_events_sequence_counts");
          copy(event, forged, 0);
          assertThat(firstBreak())
              .contains(new BrokenLink(0, Optional.of(forged), BrokenLink.Kind.MISPLACED));
        });
  }

  @Test
  void aTailCutByHandIsFound() {
    AuditEvent event = chainedInTheMiddle();
    rollBack(
        () -> {
          statements.update("DELETE FROM audit_events WHERE sequence >= ?", sequence(event));
          assertThat(firstBreak()).contains(nobodyAt(event, BrokenLink.Kind.TAIL_CUT));
        });
  }

  @Test
  void anEmptiedTableIsFound() {
    chainedInTheMiddle();
    rollBack(
        () -> {
          statements.update("DELETE FROM audit_events");
          assertThat(firstBreak())
              .contains(new BrokenLink(1, Optional.empty(), BrokenLink.Kind.TAIL_CUT));
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE audit_head SET hash = repeat('0', 64)",
        "UPDATE audit_head SET sequence = sequence - 1",
        "UPDATE audit_head SET sequence = sequence + 1",
        "DELETE FROM audit_head"
      })
  void aHeadChangedByHandIsFound(String change) {
    chainedInTheMiddle();
    rollBack(
        () -> {
          statements.update(change);
          assertThat(firstBreak().map(BrokenLink::kind).orElseThrow())
              .isIn(BrokenLink.Kind.HEAD_CHANGED, BrokenLink.Kind.TAIL_CUT);
        });
    assertThat(firstBreak()).isEmpty();
  }

  @Test
  void keepsTheIdOfTheRequest() {
    AuditEvent event = chainedInTheMiddle();
    rollBack(
        () -> {
          change("request_id = 'r-1'", event);
          assertThat(onTarget(event.targetId()).requestId()).contains("r-1");
        });
  }

  /** An entry with a place, and others before and behind it. */
  private AuditEvent chainedInTheMiddle() {
    appended("thing.made", unique(), 0);
    AuditEvent event = appended("thing.made", unique(), 0);
    appended("thing.made", unique(), 0);
    chainAll();
    return onTarget(event.targetId());
  }

  private void change(String assignments, AuditEvent event) {
    assertThat(
            statements.update(
                "UPDATE audit_events SET " + assignments + " WHERE id = ?", event.id()))
        .isOne();
  }

  private void copy(AuditEvent event, UUID id, long sequence) {
    statements.update(
        """
        INSERT INTO audit_events (id, actor, action, target_type, target_id, request_id,
                                  changed_fields, changed_from, changed_to, created_at,
                                  sequence, hash)
        SELECT ?, actor, action, target_type, target_id, request_id,
               changed_fields, changed_from, changed_to, created_at, ?, hash
        FROM audit_events WHERE id = ?
        """,
        id,
        sequence,
        event.id());
  }

  private static long sequence(AuditEvent event) {
    return event.link().map(ChainLink::sequence).orElseThrow();
  }

  private static BrokenLink at(AuditEvent event, BrokenLink.Kind kind) {
    return new BrokenLink(sequence(event), Optional.of(event.id()), kind);
  }

  private static BrokenLink nobodyAt(AuditEvent event, BrokenLink.Kind kind) {
    return new BrokenLink(sequence(event), Optional.empty(), kind);
  }

  @Override
  protected UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  protected AuditTrail auditTrail() {
    return auditTrail;
  }

  @Override
  protected AuditEvents auditEvents() {
    return events;
  }
}
