package dev.quartermaster.domain.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.quartermaster.domain.identity.EmailAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OutgoingMailTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:15:30Z");

  @Test
  void isFilledWithWhatItsTemplateTakesAndNothingElse() {
    assertThatIllegalArgumentException().isThrownBy(() -> mail(1, Map.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> mail(1, Map.of(MailTemplate.TOKEN, "t", "name", "Ada")));
    assertThat(mail(1, Map.of(MailTemplate.TOKEN, "t")).attempts()).isZero();
  }

  @Test
  void waitsLongerFromAttemptToAttemptUpToAnHour() {
    assertThat(delay(1, NOW)).isBetween(Duration.ofMillis(2500), Duration.ofSeconds(5));
    assertThat(delay(2, NOW)).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(10));
    assertThat(delay(5, NOW)).isBetween(Duration.ofSeconds(40), Duration.ofSeconds(80));
    assertThat(delay(50, NOW)).isBetween(Duration.ofMinutes(30), Duration.ofHours(1));
  }

  @Test
  void mailsThatFailedTogetherDoNotComeBackTogether() {
    Set<Instant> next = new HashSet<>();
    for (long number = 0; number < 100; number++) {
      next.add(after(number, 3, NOW).postponed(NOW).orElseThrow().nextAttemptAt());
    }
    assertThat(next).hasSizeGreaterThan(50);
  }

  @Test
  void isGivenUpWhenItWouldBeTooOld() {
    Instant lastHour = NOW.plus(OutgoingMail.PATIENCE).minus(Duration.ofMinutes(29));
    assertThat(after(1, 30, NOW).postponed(lastHour)).isEmpty();
    assertThat(after(1, 30, NOW).postponed(lastHour.minus(Duration.ofHours(1)))).isPresent();
  }

  @Test
  void templatesAreFoundByTheirCodes() {
    for (MailTemplate template : MailTemplate.values()) {
      assertThat(MailTemplate.ofCode(template.code())).contains(template);
    }
    assertThat(MailTemplate.ofCode("no-such-mail")).isEmpty();
  }

  private static Duration delay(int attempts, Instant at) {
    return Duration.between(at, after(7, attempts, at).postponed(at).orElseThrow().nextAttemptAt());
  }

  private static OutgoingMail after(long number, int attempts, Instant at) {
    OutgoingMail mail = mail(number, Map.of(MailTemplate.TOKEN, "t"));
    return new OutgoingMail(
        mail.id(),
        mail.recipient(),
        mail.language(),
        mail.template(),
        mail.parameters(),
        at,
        attempts,
        at);
  }

  private static OutgoingMail mail(long number, Map<String, String> parameters) {
    return OutgoingMail.of(
        new MailId(new UUID(number, number)),
        new EmailAddress("ada@example.com"),
        MailTemplate.WELCOME,
        parameters,
        NOW);
  }
}
