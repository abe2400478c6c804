package dev.quartermaster.application.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.quartermaster.domain.identity.EmailAddress;
import dev.quartermaster.domain.identity.Language;
import dev.quartermaster.domain.notifications.MailTemplate;
import dev.quartermaster.testkit.notifications.InMemoryMailQueue;
import dev.quartermaster.testkit.shared.InMemoryUnitOfWork;
import dev.quartermaster.testkit.shared.SequentialIdentifiers;
import dev.quartermaster.testkit.shared.SettableClock;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QueueMailServiceTest {
  private static final QueueMail.Command COMMAND =
      new QueueMail.Command(
          new EmailAddress("ada@example.com"),
          Language.GERMAN,
          MailTemplate.WELCOME,
          Map.of(MailTemplate.TOKEN, "secret"));

  private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
  private final InMemoryMailQueue queue = new InMemoryMailQueue(unitOfWork);
  private final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T10:00:00Z"));
  private final QueueMail queueMail =
      new QueueMailService(unitOfWork, queue, new SequentialIdentifiers(), clock);

  @Test
  void aQueuedMailIsDueAtOnce() {
    queueMail.queue(COMMAND);
    assertThat(queue.waiting())
        .singleElement()
        .satisfies(
            mail -> {
              assertThat(mail.recipient()).isEqualTo(COMMAND.recipient());
              assertThat(mail.language()).isEqualTo(Language.GERMAN);
              assertThat(mail.template()).isEqualTo(MailTemplate.WELCOME);
              assertThat(mail.parameters()).isEqualTo(COMMAND.parameters());
              assertThat(mail.nextAttemptAt()).isEqualTo(clock.instant());
              assertThat(mail.attempts()).isZero();
            });
  }

  @Test
  void aMailOfATransactionThatFailsIsNotQueued() {
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                unitOfWork.inTransaction(
                    () -> {
                      queueMail.queue(COMMAND);
                      throw new IllegalStateException("after it was queued");
                    }));
    assertThat(queue.waiting()).isEmpty();
  }

  @Test
  void secretsDoNotShowInLogs() {
    queueMail.queue(COMMAND);
    assertThat(COMMAND.toString() + queue.waiting()).doesNotContain("secret");
  }
}
