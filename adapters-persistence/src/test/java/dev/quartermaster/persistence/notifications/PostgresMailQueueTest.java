package dev.quartermaster.persistence.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.domain.identity.EmailAddress;
import dev.quartermaster.domain.notifications.MailId;
import dev.quartermaster.domain.notifications.MailQueue;
import dev.quartermaster.domain.notifications.MailTemplate;
import dev.quartermaster.domain.notifications.OutgoingMail;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.persistence.shared.Statements;
import dev.quartermaster.testkit.notifications.MailQueueContract;
import dev.quartermaster.testkit.shared.InMemorySealing;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@link MailQueueContract} on PostgreSQL. */
@QuarkusTest
class PostgresMailQueueTest extends MailQueueContract {
  private static final Instant LONG_AGO = Instant.parse("2001-02-03T04:05:06Z");

  @Inject UnitOfWork unitOfWork;
  @Inject MailQueue queue;
  @Inject Statements statements;

  @Override
  protected UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  protected MailQueue queue() {
    return queue;
  }

  @Test
  void noTokenIsStoredInTheClear() {
    OutgoingMail mail = mail("a-token-that-must-not-show");
    inTransaction(() -> queue.add(mail));
    assertThat(storedRow(mail.id())).hasSize(1).first().asString().doesNotContain("must-not-show");
    inTransaction(() -> queue.remove(mail.id()));
  }

  @Test
  void aMailSealedUnderAnotherKeyHoldsUpNoOtherAndIsParkedOnceItIsTooOld() {
    MailQueue nodeWithAnotherKey = new PostgresMailQueue(statements, new InMemorySealing());
    OutgoingMail unreadable = mail("unreadable");
    OutgoingMail readable = mail("readable");
    inTransaction(() -> nodeWithAnotherKey.add(unreadable));
    inTransaction(() -> queue.add(readable));

    assertThat(taken(LONG_AGO)).extracting(OutgoingMail::id).containsExactly(readable.id());
    assertThat(storedRow(unreadable.id())).hasSize(1);

    Instant tooLate = LONG_AGO.plus(OutgoingMail.PATIENCE).plusSeconds(1);
    assertThat(taken(tooLate)).extracting(OutgoingMail::id).containsExactly(readable.id());
    assertThat(storedRow(unreadable.id())).first().asString().contains("cannot be read");
    inTransaction(() -> queue.remove(unreadable.id()));
    inTransaction(() -> queue.remove(readable.id()));
  }

  private List<OutgoingMail> taken(Instant now) {
    return inTransaction(() -> queue.take(now, now.plus(Duration.ofMinutes(10)), 10));
  }

  private List<String> storedRow(MailId id) {
    return inTransaction(
        () ->
            statements.query(
                row -> row.text("stored"),
                "SELECT mails::text AS stored FROM mails WHERE id = ?",
                id.value()));
  }

  private static OutgoingMail mail(String token) {
    return OutgoingMail.of(
        new MailId(IDENTIFIERS.next()),
        new EmailAddress(unique() + "@example.com"),
        MailTemplate.RESET_PASSWORD,
        Map.of(MailTemplate.TOKEN, token),
        LONG_AGO);
  }
}
