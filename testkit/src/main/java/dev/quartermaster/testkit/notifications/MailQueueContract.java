package dev.quartermaster.testkit.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.domain.identity.EmailAddress;
import dev.quartermaster.domain.notifications.MailId;
import dev.quartermaster.domain.notifications.MailQueue;
import dev.quartermaster.domain.notifications.MailTemplate;
import dev.quartermaster.domain.notifications.OutgoingMail;
import dev.quartermaster.testkit.shared.Concurrently;
import dev.quartermaster.testkit.shared.PortContract;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What {@link MailQueue} promises. */
public abstract class MailQueueContract extends PortContract {
  /** Before anything else that the store may hold. */
  private static final Instant LONG_AGO = Instant.parse("2001-02-03T04:05:06Z");

  private static final Instant LEASE_END = LONG_AGO.plus(Duration.ofMinutes(10));

  /** The port under test. */
  protected abstract MailQueue queue();

  @Test
  void aMailIsTakenAsItWasAddedWithTheAttemptCounted() {
    OutgoingMail mail = added(LONG_AGO);
    assertThat(take(LONG_AGO, 10))
        .containsExactly(
            new OutgoingMail(
                mail.id(),
                mail.recipient(),
                mail.language(),
                mail.template(),
                mail.parameters(),
                mail.createdAt(),
                1,
                LEASE_END));
    remove(mail);
  }

  @Test
  void whatIsNotDueIsLeft() {
    OutgoingMail mail = added(LONG_AGO.plusMillis(1));
    assertThat(take(LONG_AGO, 10)).isEmpty();
    assertThat(take(LONG_AGO.plusMillis(1), 10)).hasSize(1);
    remove(mail);
  }

  @Test
  void theLongestDueAreTakenFirstAndNoMoreThanAskedFor() {
    OutgoingMail third = added(LONG_AGO.plusSeconds(3));
    OutgoingMail first = added(LONG_AGO.plusSeconds(1));
    OutgoingMail second = added(LONG_AGO.plusSeconds(2));
    assertThat(take(LONG_AGO.plusSeconds(3), 2))
        .extracting(OutgoingMail::id)
        .containsExactly(first.id(), second.id());
    assertThat(take(LONG_AGO.plusSeconds(3), 2))
        .extracting(OutgoingMail::id)
        .containsExactly(third.id());
    remove(first);
    remove(second);
    remove(third);
  }

  @Test
  void aTakenMailIsDueAgainWhenItsLeaseEnds() {
    OutgoingMail mail = added(LONG_AGO);
    assertThat(take(LONG_AGO, 10)).hasSize(1);
    assertThat(take(LEASE_END.minusMillis(1), 10)).isEmpty();
    assertThat(take(LEASE_END, 10)).extracting(OutgoingMail::attempts).containsExactly(2);
    remove(mail);
  }

  @Test
  void eachOfManyMailsGoesToOneOfManyTakers() {
    List<OutgoingMail> added = new ArrayList<>();
    for (int mail = 0; mail < 40; mail++) {
      added.add(added(LONG_AGO));
    }
    List<MailId> taken =
        Concurrently.inThreads(THREADS, this::takeAll).stream().flatMap(List::stream).toList();
    assertThat(taken)
        .containsExactlyInAnyOrderElementsOf(added.stream().map(OutgoingMail::id).toList());
    added.forEach(this::remove);
  }

  @Test
  void aMailThatIsBeingTakenKeepsNobodyWaiting() {
    OutgoingMail mail = added(LONG_AGO);
    inTransaction(
        () -> {
          assertThat(queue().take(LONG_AGO, LEASE_END, 10)).hasSize(1);
          assertThat(inAnotherTransaction(() -> queue().take(LONG_AGO, LEASE_END, 10))).isEmpty();
        });
    remove(mail);
  }

  @Test
  void aPostponedMailIsDueWhenItSays() {
    OutgoingMail mail = added(LONG_AGO);
    OutgoingMail postponed = take(LONG_AGO, 10).getFirst().postponed(LONG_AGO).orElseThrow();
    inTransaction(() -> queue().postpone(postponed));
    assertThat(take(postponed.nextAttemptAt().minusMillis(1), 10)).isEmpty();
    assertThat(take(postponed.nextAttemptAt(), 10)).hasSize(1);
    remove(mail);
  }

  @Test
  void whoComesTooLateDoesNotPostponeWhatAnotherHasTaken() {
    OutgoingMail mail = added(LONG_AGO);
    OutgoingMail late = take(LONG_AGO, 10).getFirst().postponed(LEASE_END).orElseThrow();
    inTransaction(() -> queue().take(LEASE_END, LEASE_END.plusSeconds(1), 10));
    inTransaction(() -> queue().postpone(late));
    assertThat(take(LEASE_END.plusSeconds(1), 10))
        .extracting(OutgoingMail::attempts)
        .containsExactly(3);
    remove(mail);
  }

  @Test
  void aRemovedMailIsGoneAndMayBeRemovedAgain() {
    OutgoingMail mail = added(LONG_AGO);
    remove(mail);
    remove(mail);
    assertThat(take(LONG_AGO, 10)).isEmpty();
  }

  @Test
  void aMailIsThereWithTheCommitAlone() {
    OutgoingMail mail = mail(LONG_AGO);
    rollBack(() -> queue().add(mail));
    assertThat(take(LONG_AGO, 10)).isEmpty();
    inTransaction(
        () -> {
          queue().add(mail);
          assertThat(inAnotherTransaction(() -> queue().take(LONG_AGO, LEASE_END, 10))).isEmpty();
        });
    assertThat(take(LONG_AGO, 10)).hasSize(1);
    remove(mail);
  }

  private List<MailId> takeAll() {
    List<MailId> mine = new ArrayList<>();
    List<OutgoingMail> batch = take(LONG_AGO, 3);
    while (!batch.isEmpty()) {
      batch.forEach(mail -> mine.add(mail.id()));
      batch = take(LONG_AGO, 3);
    }
    return mine;
  }

  private List<OutgoingMail> take(Instant now, int limit) {
    return inTransaction(() -> queue().take(now, LEASE_END, limit));
  }

  private void remove(OutgoingMail mail) {
    inTransaction(() -> queue().remove(mail.id()));
  }

  private OutgoingMail added(Instant at) {
    OutgoingMail mail = mail(at);
    inTransaction(() -> queue().add(mail));
    return mail;
  }

  private static OutgoingMail mail(Instant at) {
    return OutgoingMail.of(
        new MailId(IDENTIFIERS.next()),
        new EmailAddress(unique() + "@example.com"),
        MailTemplate.RESET_PASSWORD,
        Map.of(MailTemplate.TOKEN, unique()),
        at);
  }
}
