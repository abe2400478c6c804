package dev.quartermaster.application.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.quartermaster.domain.identity.EmailAddress;
import dev.quartermaster.domain.notifications.MailId;
import dev.quartermaster.domain.notifications.MailLoad;
import dev.quartermaster.domain.notifications.MailTemplate;
import dev.quartermaster.domain.notifications.OutgoingMail;
import dev.quartermaster.domain.notifications.ParkedMail;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.Forbidden;
import dev.quartermaster.domain.shared.NotFound;
import dev.quartermaster.domain.shared.PageRequest;
import dev.quartermaster.domain.shared.Permission;
import dev.quartermaster.domain.shared.Unauthenticated;
import dev.quartermaster.testkit.notifications.InMemoryMail;
import dev.quartermaster.testkit.notifications.InMemoryMailQueue;
import dev.quartermaster.testkit.notifications.InMemoryParkedMails;
import dev.quartermaster.testkit.shared.Actors;
import dev.quartermaster.testkit.shared.InMemoryAuditTrail;
import dev.quartermaster.testkit.shared.InMemoryUnitOfWork;
import dev.quartermaster.testkit.shared.SequentialIdentifiers;
import dev.quartermaster.testkit.shared.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParkedMailUseCasesTest {
  private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
  private final InMemoryMailQueue queue = new InMemoryMailQueue(unitOfWork);
  private final InMemoryParkedMails parked = new InMemoryParkedMails(queue);
  private final InMemoryMail server = new InMemoryMail();
  private final InMemoryAuditTrail auditTrail = new InMemoryAuditTrail(unitOfWork);
  private final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T10:00:00Z"));
  private final Actor operator = Actors.with(Permission.JOBS_WRITE);

  private final DeliverMails deliver = new DeliverMailsService(unitOfWork, queue, server, clock);
  private final ListParkedMails list = new ListParkedMailsService(unitOfWork, parked);
  private final GetParkedMail get = new GetParkedMailService(unitOfWork, parked);
  private final RetryMail retry = new RetryMailService(unitOfWork, parked, auditTrail, clock);
  private final ForgetParkedMails forget = new ForgetParkedMailsService(unitOfWork, parked, clock);
  private final MeasureMails measure = new MeasureMailsService(unitOfWork, queue);
  private final OutgoingMail mail =
      OutgoingMail.of(
          new MailId(new SequentialIdentifiers().next()),
          new EmailAddress("ada@example.com"),
          MailTemplate.WELCOME,
          Map.of(MailTemplate.TOKEN, "secret"),
          clock.instant());

  @Test
  void aMailThatWasGivenUpIsListedAndSentOnceSomebodyRetriesIt() {
    givenUp();
    ParkedMail given = listed(operator).getFirst();
    assertThat(given.id()).isEqualTo(mail.id());
    assertThat(given.failure()).isEqualTo("the server is down");
    assertThat(given.parkedAt()).isEqualTo(clock.instant());
    assertThat(get.get(new GetParkedMail.Query(operator, mail.id()))).isEqualTo(given);
    assertThat(measure.measure()).isEqualTo(new MailLoad(0, 1));

    server.setDown(false);
    retry.retry(new RetryMail.Command(operator, mail.id()));
    assertThat(measure.measure()).isEqualTo(new MailLoad(1, 0));
    deliver();
    assertThat(server.received()).extracting(OutgoingMail::id).containsExactly(mail.id());
    assertThat(measure.measure()).isEqualTo(new MailLoad(0, 0));
    assertThat(auditTrail.actionsOn(mail.id())).containsExactly("mail.retried");
  }

  @Test
  void aMailThatIsRetriedInVainIsParkedAgain() {
    givenUp();
    retry.retry(new RetryMail.Command(operator, mail.id()));
    deliver();
    assertThat(listed(operator)).hasSize(1);
  }

  @Test
  void onlyThoseWhoMayWriteJobsSeeAndRetryThem() {
    givenUp();
    assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> listed(Actors.with()));
    assertThatExceptionOfType(Unauthenticated.class).isThrownBy(() -> listed(Actors.anonymous()));
    assertThatExceptionOfType(Forbidden.class)
        .isThrownBy(() -> retry.retry(new RetryMail.Command(Actors.with(), mail.id())));
    assertThatExceptionOfType(Forbidden.class)
        .isThrownBy(() -> get.get(new GetParkedMail.Query(Actors.with(), mail.id())));
    assertThat(listed(operator)).hasSize(1);
  }

  @Test
  void whatIsNotGivenUpIsNotRetried() {
    unitOfWork.inTransaction(() -> queue.add(mail));
    assertThatExceptionOfType(NotFound.class)
        .isThrownBy(() -> retry.retry(new RetryMail.Command(operator, mail.id())));
    assertThatExceptionOfType(NotFound.class)
        .isThrownBy(() -> get.get(new GetParkedMail.Query(operator, mail.id())));
  }

  @Test
  void isForgottenLongAfterItWasGivenUp() {
    givenUp();
    clock.advance(ForgetParkedMails.RETENTION);
    assertThat(forget.forget(new ForgetParkedMails.Command(10)).forgotten()).isZero();
    clock.advance(Duration.ofMillis(1));
    assertThat(forget.forget(new ForgetParkedMails.Command(10)).forgotten()).isEqualTo(1);
    assertThat(listed(operator)).isEmpty();
  }

  private void givenUp() {
    server.setDown(true);
    unitOfWork.inTransaction(() -> queue.add(mail));
    clock.advance(OutgoingMail.PATIENCE);
    deliver();
    assertThat(queue.waiting()).isEmpty();
  }

  private void deliver() {
    var _ = deliver.deliver(new DeliverMails.Command(DeliverMails.MAX_BATCH));
  }

  private List<ParkedMail> listed(Actor actor) {
    return list.list(
            new ListParkedMails.Query(
                actor, new PageRequest<>(new PageRequest.Page(1), 100, List.of())))
        .items();
  }
}
