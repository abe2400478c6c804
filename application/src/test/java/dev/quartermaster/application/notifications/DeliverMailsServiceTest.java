package dev.quartermaster.application.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.domain.identity.EmailAddress;
import dev.quartermaster.domain.notifications.Mail;
import dev.quartermaster.domain.notifications.MailId;
import dev.quartermaster.domain.notifications.MailTemplate;
import dev.quartermaster.domain.notifications.OutgoingMail;
import dev.quartermaster.testkit.notifications.InMemoryMail;
import dev.quartermaster.testkit.notifications.InMemoryMailQueue;
import dev.quartermaster.testkit.shared.InMemoryUnitOfWork;
import dev.quartermaster.testkit.shared.SequentialIdentifiers;
import dev.quartermaster.testkit.shared.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeliverMailsServiceTest {
  private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
  private final InMemoryMailQueue queue = new InMemoryMailQueue(unitOfWork);
  private final InMemoryMail server = new InMemoryMail();
  private final SequentialIdentifiers identifiers = new SequentialIdentifiers();
  private final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T10:00:00Z"));
  private final DeliverMails deliver = new DeliverMailsService(unitOfWork, queue, server, clock);

  @Test
  void whatIsDueIsSentOnceAndGone() {
    OutgoingMail mail = queued("ada@example.com");
    assertThat(deliver()).isEqualTo(new DeliverMails.Result(1, List.of()));
    assertThat(deliver()).isEqualTo(new DeliverMails.Result(0, List.of()));
    assertThat(server.received()).extracting(OutgoingMail::id).containsExactly(mail.id());
    assertThat(queue.waiting()).isEmpty();
  }

  @Test
  void aBatchIsNoLargerThanAskedFor() {
    for (int mail = 0; mail < 3; mail++) {
      queued("ada@example.com");
    }
    assertThat(deliver.deliver(new DeliverMails.Command(2)).taken()).isEqualTo(2);
    assertThat(queue.waiting()).hasSize(1);
  }

  @Test
  void whileAMailIsSentNoTransactionIsOpen() {
    queued("ada@example.com");
    List<Boolean> committed = new ArrayList<>();
    Mail watching =
        mail -> {
          unitOfWork.afterCommit(() -> committed.add(true));
          return new Mail.Accepted();
        };
    new DeliverMailsService(unitOfWork, queue, watching, clock)
        .deliver(new DeliverMails.Command(1));
    assertThat(committed).containsExactly(true);
    assertThat(queue.waiting()).isEmpty();
  }

  @Test
  void aServerThatIsDownIsAskedOncePerBatchAndEveryMailArrivesWhenItIsBack() {
    for (int mail = 0; mail < 3; mail++) {
      queued("ada@example.com");
    }
    server.setDown(true);
    assertThat(deliver().failures())
        .hasSize(3)
        .allSatisfy(failure -> assertThat(failure.givenUp()).isFalse());
    assertThat(server.asked()).isEqualTo(1);

    server.setDown(false);
    assertThat(deliver().taken()).isZero();
    clock.advance(Duration.ofSeconds(5));
    assertThat(deliver()).isEqualTo(new DeliverMails.Result(3, List.of()));
    assertThat(server.received()).hasSize(3);
  }

  @Test
  void aRefusedMailHoldsUpNoOther() {
    OutgoingMail refused = queued("nobody@example.com");
    OutgoingMail fine = queued("ada@example.com");
    server.refuse(refused.recipient());
    assertThat(deliver().failures())
        .containsExactly(
            new DeliverMails.Failure(
                refused.id(), MailTemplate.WELCOME, 1, "550 no such mailbox", false));
    assertThat(server.received()).extracting(OutgoingMail::id).containsExactly(fine.id());
  }

  @Test
  void aMailIsTriedLessAndLessOftenAndGivenUpAfterADay() {
    OutgoingMail mail = queued("nobody@example.com");
    server.refuse(mail.recipient());
    Instant start = clock.instant();
    List<DeliverMails.Failure> failures = new ArrayList<>();
    while (!queue.waiting().isEmpty()) {
      failures.addAll(deliver().failures());
      queue.waiting().forEach(waiting -> moveTo(waiting.nextAttemptAt()));
    }
    assertThat(failures).hasSizeBetween(30, 60);
    assertThat(failures.getLast().givenUp()).isTrue();
    assertThat(failures.subList(0, failures.size() - 1)).noneMatch(DeliverMails.Failure::givenUp);
    assertThat(Duration.between(start, clock.instant()))
        .isBetween(Duration.ofHours(22), Duration.ofHours(24));
  }

  @Test
  void theMailsOfADeadNodeAreSentByAnotherWhenItsLeaseEnds() {
    OutgoingMail mail = queued("ada@example.com");
    unitOfWork.inTransaction(
        () -> queue.take(clock.instant(), clock.instant().plus(DeliverMails.LEASE), 1));
    assertThat(deliver().taken()).isZero();
    clock.advance(DeliverMails.LEASE);
    assertThat(deliver().taken()).isEqualTo(1);
    assertThat(server.received()).extracting(OutgoingMail::id).containsExactly(mail.id());
  }

  private void moveTo(Instant instant) {
    clock.advance(Duration.between(clock.instant(), instant));
  }

  private DeliverMails.Result deliver() {
    return deliver.deliver(new DeliverMails.Command(DeliverMails.MAX_BATCH));
  }

  private OutgoingMail queued(String recipient) {
    OutgoingMail mail =
        OutgoingMail.of(
            new MailId(identifiers.next()),
            new EmailAddress(recipient),
            MailTemplate.WELCOME,
            Map.of(MailTemplate.TOKEN, "secret"),
            clock.instant());
    unitOfWork.inTransaction(() -> queue.add(mail));
    return mail;
  }
}
