package dev.quartermaster.testkit.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.domain.identity.EmailAddress;
import dev.quartermaster.domain.identity.Language;
import dev.quartermaster.domain.notifications.MailId;
import dev.quartermaster.domain.notifications.MailQueue;
import dev.quartermaster.domain.notifications.MailTemplate;
import dev.quartermaster.domain.notifications.OutgoingMail;
import dev.quartermaster.domain.notifications.ParkedMail;
import dev.quartermaster.domain.notifications.ParkedMailField;
import dev.quartermaster.domain.notifications.ParkedMails;
import dev.quartermaster.domain.shared.PageRequest;
import dev.quartermaster.domain.shared.Slice;
import dev.quartermaster.testkit.shared.ListContract;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What {@link ParkedMails} promise. */
public abstract class ParkedMailsContract extends ListContract<ParkedMail, ParkedMailField> {
  /** Before anything else that the store may hold. */
  private static final Instant LONG_AGO = Instant.parse("2001-02-03T04:05:06Z");

  private static final Instant LEASE_END = LONG_AGO.plus(Duration.ofMinutes(10));
  private static final String FAILURE = "550 no such mailbox: “Ada”";

  /** The port under test. */
  protected abstract ParkedMails parked();

  /** Where its mails come from. */
  protected abstract MailQueue queue();

  @Test
  void aParkedMailIsToldWithItsFailureAndTakenByNobody() {
    OutgoingMail mail = parkedAt(NOW);
    assertThat(inTransaction(() -> parked().find(mail.id())))
        .contains(
            new ParkedMail(
                mail.id(), mail.recipient(), mail.template(), 1, FAILURE, mail.createdAt(), NOW));
    assertThat(inTransaction(() -> queue().take(NOW, NOW, 1_000)))
        .extracting(OutgoingMail::id)
        .doesNotContain(mail.id());
  }

  @Test
  void whatIsNotParkedIsNotFoundAndNotReleased() {
    OutgoingMail waiting = added();
    assertThat(inTransaction(() -> parked().find(waiting.id()))).isEmpty();
    assertThat(inTransaction(() -> parked().release(waiting.id(), LONG_AGO))).isFalse();
    inTransaction(() -> queue().remove(waiting.id()));
  }

  @Test
  void whoComesTooLateDoesNotParkWhatAnotherHasTaken() {
    OutgoingMail mail = added();
    OutgoingMail late = taken(LONG_AGO);
    assertThat(taken(LEASE_END).id()).isEqualTo(mail.id());
    inTransaction(() -> queue().park(late, FAILURE, NOW));
    assertThat(inTransaction(() -> parked().find(mail.id()))).isEmpty();
    inTransaction(() -> queue().remove(mail.id()));
  }

  @Test
  void aReleasedMailIsDueWithAllThatIsInIt() {
    OutgoingMail mail = parkedAt(NOW);
    assertThat(inTransaction(() -> parked().release(mail.id(), LONG_AGO))).isTrue();
    assertThat(inTransaction(() -> parked().release(mail.id(), LONG_AGO))).isFalse();
    assertThat(inTransaction(() -> parked().find(mail.id()))).isEmpty();
    OutgoingMail again = taken(LONG_AGO);
    assertThat(again.id()).isEqualTo(mail.id());
    assertThat(again.parameters()).isEqualTo(mail.parameters());
    assertThat(again.language()).isEqualTo(Language.GERMAN);
    assertThat(again.attempts()).isEqualTo(2);
    inTransaction(() -> queue().remove(mail.id()));
  }

  @Test
  void forgetsThoseThatWereGivenUpLongest() {
    OutgoingMail second = parkedAt(LONG_AGO.plusSeconds(2));
    OutgoingMail first = parkedAt(LONG_AGO.plusSeconds(1));
    OutgoingMail third = parkedAt(LONG_AGO.plusSeconds(3));
    assertThat(inTransaction(() -> parked().forgetBefore(LONG_AGO.plusSeconds(3), 1))).isEqualTo(1);
    assertThat(inTransaction(() -> parked().find(first.id()))).isEmpty();
    assertThat(inTransaction(() -> parked().forgetBefore(LONG_AGO.plusSeconds(3), 9))).isEqualTo(1);
    assertThat(inTransaction(() -> parked().find(second.id()))).isEmpty();
    assertThat(inTransaction(() -> parked().find(third.id()))).isPresent();
    inTransaction(() -> queue().remove(third.id()));
  }

  @Test
  void countsWhatWaitsAndWhatIsParked() {
    var before = inTransaction(() -> queue().load());
    OutgoingMail given = parkedAt(NOW);
    OutgoingMail waiting = added();
    var load = inTransaction(() -> queue().load());
    assertThat(load.parked() - before.parked()).isEqualTo(1);
    assertThat(load.waiting() - before.waiting()).isEqualTo(1);
    inTransaction(() -> queue().remove(waiting.id()));
    inTransaction(() -> queue().remove(given.id()));
  }

  @Override
  protected List<ParkedMailField> fields() {
    return List.of(ParkedMailField.values());
  }

  @Override
  protected Comparator<ParkedMail> by(ParkedMailField field) {
    return switch (field) {
      case PARKED_AT -> Comparator.comparing(ParkedMail::parkedAt);
    };
  }

  @Override
  protected Comparator<ParkedMail> naturalOrder() {
    return Comparator.comparing(ParkedMail::parkedAt).reversed();
  }

  @Override
  protected UUID idOf(ParkedMail mail) {
    return mail.id().value();
  }

  @Override
  protected ParkedMail addListed(int number) {
    MailId id = parkedAt(NOW.plusSeconds(number * 7L % 5)).id();
    return inTransaction(() -> parked().find(id)).orElseThrow();
  }

  @Override
  protected Slice<ParkedMail> list(PageRequest<ParkedMailField> page) {
    return inTransaction(() -> parked().list(page));
  }

  private OutgoingMail parkedAt(Instant at) {
    OutgoingMail mail = added();
    OutgoingMail taken = taken(LONG_AGO);
    assertThat(taken.id()).isEqualTo(mail.id());
    inTransaction(() -> queue().park(taken, FAILURE, at));
    return mail;
  }

  private OutgoingMail taken(Instant now) {
    return inTransaction(() -> queue().take(now, LEASE_END, 1)).getFirst();
  }

  private OutgoingMail added() {
    OutgoingMail mail =
        OutgoingMail.of(
                new MailId(IDENTIFIERS.next()),
                new EmailAddress(unique() + "@example.com"),
                MailTemplate.RESET_PASSWORD,
                Map.of(MailTemplate.TOKEN, unique()),
                LONG_AGO)
            .in(Language.GERMAN);
    inTransaction(() -> queue().add(mail));
    return mail;
  }
}
