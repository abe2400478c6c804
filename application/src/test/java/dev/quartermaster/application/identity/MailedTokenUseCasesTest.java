package dev.quartermaster.application.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.quartermaster.domain.identity.AccountLocked;
import dev.quartermaster.domain.identity.Client;
import dev.quartermaster.domain.identity.EmailAddress;
import dev.quartermaster.domain.identity.EmailAlreadyVerified;
import dev.quartermaster.domain.identity.InvalidCredentials;
import dev.quartermaster.domain.identity.InvalidMfaToken;
import dev.quartermaster.domain.identity.InvalidToken;
import dev.quartermaster.domain.identity.OneTimePurpose;
import dev.quartermaster.domain.identity.OneTimeToken;
import dev.quartermaster.domain.identity.RawPassword;
import dev.quartermaster.domain.identity.RecoveryCode;
import dev.quartermaster.domain.identity.SecondFactor;
import dev.quartermaster.domain.identity.User;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.AuditEntry;
import dev.quartermaster.domain.shared.Change;
import dev.quartermaster.domain.shared.ExpectedVersion;
import dev.quartermaster.domain.shared.InvalidInput;
import dev.quartermaster.domain.shared.RateLimited;
import dev.quartermaster.domain.shared.Unauthenticated;
import dev.quartermaster.testkit.identity.InMemoryAccountMails.Kind;
import dev.quartermaster.testkit.identity.InMemoryAccountMails.Sent;
import dev.quartermaster.testkit.identity.InMemoryPasswordResetRequests;
import dev.quartermaster.testkit.shared.Actors;
import dev.quartermaster.testkit.shared.Concurrently;
import dev.quartermaster.testkit.shared.InMemoryRateLimits;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class MailedTokenUseCasesTest {
  private static final RawPassword ANOTHER = new RawPassword("another fine password");
  private static final RecoveryCode CODE = new RecoveryCode("AAAA-BBBB-CCCC-DDDD");
  private static final int MAILS_IN_AN_HOUR = 3;

  private final Identity identity = new Identity();
  private final InMemoryRateLimits mailLimits =
      new InMemoryRateLimits(identity.clock, MAILS_IN_AN_HOUR, Duration.ofHours(1));
  private final InMemoryPasswordResetRequests requests =
      new InMemoryPasswordResetRequests(identity.unitOfWork);
  private final RequestPasswordReset request =
      new RequestPasswordResetService(
          identity.unitOfWork,
          requests,
          mailLimits,
          identity.auditTrail,
          identity.identifiers,
          identity.clock);
  private final SendPasswordResets send =
      new SendPasswordResetsService(
          identity.unitOfWork,
          requests,
          identity.users,
          identity.oneTimeTokens,
          identity.randomTokens,
          identity.mails,
          identity.auditTrail,
          identity.clock);
  private final ResetPassword reset =
      new ResetPasswordService(
          identity.unitOfWork,
          identity.users,
          identity.sessions,
          identity.secondFactors,
          identity.oneTimeTokens,
          identity.randomTokens,
          identity.commonPasswords,
          identity.hasher,
          identity.lockouts,
          identity.fingerprints,
          identity.mails,
          identity.auditTrail,
          identity.outbox,
          identity.clock);
  private final VerifyEmail verify =
      new VerifyEmailService(
          identity.unitOfWork,
          identity.users,
          identity.oneTimeTokens,
          identity.randomTokens,
          identity.auditTrail,
          identity.outbox,
          identity.clock);
  private final ResendVerification resend =
      new ResendVerificationService(
          identity.unitOfWork,
          identity.users,
          identity.oneTimeTokens,
          identity.randomTokens,
          identity.mails,
          mailLimits,
          identity.auditTrail,
          identity.clock);
  private final EditUser edit =
      new EditUserService(
          identity.unitOfWork,
          identity.users,
          identity.oneTimeTokens,
          identity.randomTokens,
          identity.mails,
          mailLimits,
          identity.auditTrail,
          identity.outbox,
          identity.clock);
  private final ForgetExpiredTokens forget =
      new ForgetExpiredTokensService(identity.unitOfWork, identity.oneTimeTokens, identity.clock);

  private final User ada = identity.customer("ada@example.com");

  @Test
  void signUpMailsATokenThatVerifiesTheAddressOnce() {
    OneTimeToken token = lastMail(Kind.WELCOME, ada.email());
    verify(token);
    assertThat(stored().emailVerified()).isTrue();
    assertThat(stored().version()).isEqualTo(2);
    assertUseless(() -> verify(token));
  }

  @Test
  void signUpAndVerificationAreAuditedWithWhatTheyChanged() {
    verify(lastMail(Kind.WELCOME, ada.email()));
    assertThat(identity.auditTrail.actionsOn(ada.id()))
        .containsExactly("user.signed-up", "user.email-verified");
    assertThat(identity.auditTrail.entries())
        .extracting(AuditEntry::actor)
        .containsOnly(Identity.as(ada));
    assertThat(identity.auditTrail.entries().getLast().changes())
        .containsExactly(new Change("emailVerified", Optional.of("false"), Optional.of("true")));
    assertThat(identity.auditTrail.entries().getFirst().changes())
        .contains(new Change("email", Optional.empty(), Optional.of("ada@example.com")));
  }

  @Test
  void aVerificationTokenEndsAfterADay() {
    OneTimeToken token = lastMail(Kind.WELCOME, ada.email());
    identity.clock.advance(Duration.ofHours(24));
    assertUseless(() -> verify(token));
    assertThat(stored().emailVerified()).isFalse();
  }

  @Test
  void anotherAddressIsVerifiedByTheTokenThatWentThereAlone() {
    OneTimeToken old = lastMail(Kind.WELCOME, ada.email());
    verify(old);
    EmailAddress elsewhere = moved("countess@example.com");
    assertThat(stored().emailVerified()).isFalse();
    assertThat(identity.auditTrail.actionsOn(ada.id())).endsWith("user.edited");
    verify(lastMail(Kind.VERIFY_EMAIL, elsewhere));
    assertThat(stored().emailVerified()).isTrue();
  }

  @Test
  void aTokenThatWentToTheAddressBeforeShowsNothingAboutTheNewOne() {
    OneTimeToken old = lastMail(Kind.WELCOME, ada.email());
    OneTimeToken oldReset = forgotten();
    moved("countess@example.com");
    assertUseless(() -> verify(old));
    assertUseless(() -> reset(oldReset, ANOTHER));
    assertThat(stored().emailVerified()).isFalse();
    assertThat(identity.letsIn("countess@example.com", Identity.PASSWORD)).isTrue();
  }

  @Test
  void anotherNameAloneMailsNothing() {
    edit.edit(
        new EditUser.Command(
            Identity.as(ada),
            ada.id(),
            ExpectedVersion.of(1),
            Optional.of("Countess Lovelace"),
            Optional.empty(),
            Optional.empty()));
    assertThat(identity.mails.sent()).extracting(Sent::kind).containsExactly(Kind.WELCOME);
    assertThat(identity.auditTrail.entries().getLast().changes())
        .containsExactly(
            new Change("name", Optional.of("Ada Lovelace"), Optional.of("Countess Lovelace")));
  }

  @Test
  void whoChangesAddressesWithoutEndIsStopped() {
    for (int time = 0; time < MAILS_IN_AN_HOUR; time++) {
      moved("ada-" + time + "@example.com");
    }
    assertThatExceptionOfType(RateLimited.class).isThrownBy(() -> moved("ada-x@example.com"));
    assertThat(stored().email().value()).isEqualTo("ada-2@example.com");
  }

  @Test
  void resendingMailsAnotherTokenAndEndsTheOneBefore() {
    OneTimeToken first = lastMail(Kind.WELCOME, ada.email());
    resend.resend(new ResendVerification.Command(Identity.as(ada)));
    assertUseless(() -> verify(first));
    verify(lastMail(Kind.VERIFY_EMAIL, ada.email()));
    assertThat(stored().emailVerified()).isTrue();
    assertThatExceptionOfType(EmailAlreadyVerified.class)
        .isThrownBy(() -> resend.resend(new ResendVerification.Command(Identity.as(ada))));
  }

  @Test
  void resendingIsForTheSignedInAndLimited() {
    assertThatExceptionOfType(Unauthenticated.class)
        .isThrownBy(() -> resend.resend(new ResendVerification.Command(Actors.anonymous())));
    for (int time = 0; time < MAILS_IN_AN_HOUR; time++) {
      resend.resend(new ResendVerification.Command(Identity.as(ada)));
    }
    assertThatExceptionOfType(RateLimited.class)
        .isThrownBy(() -> resend.resend(new ResendVerification.Command(Identity.as(ada))));
  }

  @Test
  void whoResetsThePasswordLiftsTheLockOfTheAccount() {
    for (int failure = 1; failure <= 10; failure++) {
      LogIn.Command wrong = logInFrom("198.51.100." + failure, new RawPassword("wrong horse"));
      assertThatExceptionOfType(InvalidCredentials.class)
          .isThrownBy(() -> identity.logIn.logIn(wrong));
    }
    assertThatExceptionOfType(AccountLocked.class)
        .isThrownBy(() -> identity.logIn.logIn(logInFrom("203.0.113.9", Identity.PASSWORD)));

    reset(forgotten(), ANOTHER);

    assertThat(identity.logIn.logIn(logInFrom("203.0.113.9", ANOTHER)))
        .isInstanceOf(LogIn.SignedIn.class);
  }

  private static LogIn.Command logInFrom(String address, RawPassword password) {
    return new LogIn.Command("ada@example.com", password, new Client(address, "curl"));
  }

  @Test
  void aForgottenPasswordIsReplacedAndAllSessionsEnd() {
    LogIn.SignedIn session = identity.loggedIn(ada);
    assertThatCode(() -> identity.actorOf(session.refreshToken())).doesNotThrowAnyException();
    reset(forgotten(), ANOTHER);
    assertThat(stored().emailVerified()).isTrue();
    assertThat(identity.letsIn("ada@example.com", ANOTHER)).isTrue();
    assertThat(identity.letsIn("ada@example.com", Identity.PASSWORD)).isFalse();
    assertThatExceptionOfType(Unauthenticated.class)
        .isThrownBy(() -> identity.actorOf(session.refreshToken()));
    assertThat(identity.mails.sentTo(ada.email()))
        .extracting(Sent::kind)
        .containsExactly(Kind.WELCOME, Kind.RESET_PASSWORD, Kind.PASSWORD_CHANGED);
    assertThat(identity.auditTrail.actionsOn(ada.id()))
        .endsWith("user.password-reset-mailed", "user.password-reset");
  }

  /** It shows that somebody knew the password before, which may be why there is another one. */
  @Test
  void aLogInThatWaitsForACodeEndsWithThePassword() {
    identity.unitOfWork.inTransaction(
        () ->
            identity.secondFactors.save(
                SecondFactor.enrolled(ada.id(), "sealed", identity.clock.instant())
                    .confirmed(1, Set.of(CODE.digest()), identity.clock.instant())));
    String before = firstStep(Identity.PASSWORD).mfaToken();

    reset(forgotten(), ANOTHER);

    assertThatExceptionOfType(InvalidMfaToken.class).isThrownBy(() -> completed(before));
    assertThat(completed(firstStep(ANOTHER).mfaToken()).user().id()).isEqualTo(ada.id());
  }

  private LogIn.SecondStep firstStep(RawPassword password) {
    return (LogIn.SecondStep) identity.logIn.logIn(logInFrom("203.0.113.9", password));
  }

  private CompleteLogIn.Result completed(String mfaToken) {
    return identity.completeLogIn.complete(
        new CompleteLogIn.Command(mfaToken, CODE.value(), Identity.CLIENT));
  }

  @Test
  void anUnknownAddressIsAnsweredTheSameAndGetsNoMail() {
    request("nobody@example.com", "203.0.113.7");
    assertThat(send.send(new SendPasswordResets.Command(10)).handled()).isEqualTo(1);
    assertThat(identity.mails.sentTo(new EmailAddress("nobody@example.com"))).isEmpty();
  }

  @Test
  void aRequestedMailDoesNotDependOnTheAnswerToTheRequest() {
    request("ada@example.com", "203.0.113.7");
    assertThat(identity.mails.sent()).extracting(Sent::kind).containsExactly(Kind.WELCOME);
    send.send(new SendPasswordResets.Command(10));
    assertThat(identity.mails.sent()).extracting(Sent::kind).endsWith(Kind.RESET_PASSWORD);
  }

  @Test
  void beyondTheLimitOfAnAccountNobodyLearnsThatNoMoreMailsAreSent() {
    for (int time = 0; time < MAILS_IN_AN_HOUR + 2; time++) {
      request("ada@example.com", "203.0.113." + time);
      request("nobody@example.com", "198.51.100." + time);
      send.send(new SendPasswordResets.Command(10));
    }
    assertThat(identity.mails.sent())
        .filteredOn(mail -> mail.kind() == Kind.RESET_PASSWORD)
        .hasSize(MAILS_IN_AN_HOUR);
  }

  @Test
  void beyondTheLimitOfAnAddressTheClientIsStoppedWhateverTheAccounts() {
    for (int time = 0; time < MAILS_IN_AN_HOUR; time++) {
      request("nobody-" + time + "@example.com", "203.0.113.7");
    }
    assertThatExceptionOfType(RateLimited.class)
        .isThrownBy(() -> request("ada@example.com", "203.0.113.7"));
  }

  @Test
  void theAddressesOfAnIpv6NetworkShareTheLimit() {
    for (int time = 0; time < MAILS_IN_AN_HOUR; time++) {
      request("nobody-" + time + "@example.com", "2001:db8:1:2::" + time);
    }
    assertThatExceptionOfType(RateLimited.class)
        .isThrownBy(() -> request("ada@example.com", "2001:db8:1:2:ffff::1"));
    request("ada@example.com", "2001:db8:1:3::1");
  }

  @Test
  void whatIsNoAddressIsRefused() {
    assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> request("ada", "203.0.113.7"));
  }

  @Test
  void aRefusedPasswordLeavesTheTokenUsable() {
    OneTimeToken token = forgotten();
    for (String refused : List.of("short", "Password")) {
      assertThatExceptionOfType(InvalidInput.class)
          .isThrownBy(() -> reset(token, new RawPassword(refused)));
    }
    reset(token, ANOTHER);
    assertThat(identity.letsIn("ada@example.com", ANOTHER)).isTrue();
  }

  @Test
  void aResetTokenEndsAfterHalfAnHour() {
    OneTimeToken token = forgotten();
    identity.clock.advance(Duration.ofMinutes(30));
    assertUseless(() -> reset(token, ANOTHER));
    assertThat(identity.letsIn("ada@example.com", Identity.PASSWORD)).isTrue();
  }

  @Test
  void aTokenServesItsPurposeAlone() {
    OneTimeToken verification = lastMail(Kind.WELCOME, ada.email());
    OneTimeToken resetting = forgotten();
    assertUseless(() -> reset(verification, ANOTHER));
    assertUseless(() -> verify(resetting));
    assertUseless(() -> verify(new OneTimeToken("made-up")));
  }

  @Test
  void ofTwentyWhoUseATokenAtOnceOneSetsThePassword() {
    OneTimeToken token = forgotten();
    List<Boolean> set = Concurrently.inThreads(20, succeeds(() -> reset(token, ANOTHER)));
    assertThat(set).containsOnlyOnce(true);
    assertThat(identity.mails.sent())
        .filteredOn(mail -> mail.kind() == Kind.PASSWORD_CHANGED)
        .hasSize(1);
  }

  @Test
  void noTokenServesADeletedAccount() {
    OneTimeToken token = forgotten();
    identity.unitOfWork.inTransaction(
        () -> identity.users.delete(ada.id(), identity.clock.instant()));
    assertUseless(() -> reset(token, ANOTHER));
  }

  @Test
  void expiredTokensAreForgotten() {
    assertThat(forget.forget(new ForgetExpiredTokens.Command(10)).forgotten()).isZero();
    identity.clock.advance(OneTimePurpose.VERIFY_EMAIL.lifetime().plusSeconds(1));
    assertThat(forget.forget(new ForgetExpiredTokens.Command(10)).forgotten()).isEqualTo(1);
  }

  @Test
  void tokensDoNotShowInLogs() {
    OneTimeToken token = new OneTimeToken("secret");
    assertThat(
            token.toString()
                + new ResetPassword.Command(token, ANOTHER)
                + new VerifyEmail.Command(token))
        .doesNotContain("secret")
        .doesNotContain(ANOTHER.value());
  }

  private static Supplier<Boolean> succeeds(Runnable use) {
    return () -> {
      try {
        use.run();
        return true;
      } catch (InvalidToken used) {
        return false;
      }
    };
  }

  private static void assertUseless(Runnable use) {
    assertThatExceptionOfType(InvalidToken.class).isThrownBy(use::run);
  }

  private OneTimeToken forgotten() {
    request("ada@example.com", "203.0.113.7");
    send.send(new SendPasswordResets.Command(10));
    return lastMail(Kind.RESET_PASSWORD, ada.email());
  }

  private void request(String email, String address) {
    request.request(new RequestPasswordReset.Command(email, new Client(address, "")));
  }

  private void reset(OneTimeToken token, RawPassword password) {
    reset.reset(new ResetPassword.Command(token, password));
  }

  private void verify(OneTimeToken token) {
    verify.verify(new VerifyEmail.Command(token));
  }

  private EmailAddress moved(String email) {
    Actor owner = Identity.as(ada);
    edit.edit(
        new EditUser.Command(
            owner,
            ada.id(),
            ExpectedVersion.of(stored().version()),
            Optional.empty(),
            Optional.of(email),
            Optional.empty()));
    return new EmailAddress(email);
  }

  private User stored() {
    return identity.users.find(ada.id()).orElseThrow();
  }

  private OneTimeToken lastMail(Kind kind, EmailAddress to) {
    Sent last = identity.mails.sentTo(to).getLast();
    assertThat(last.kind()).isEqualTo(kind);
    return last.token().orElseThrow();
  }
}
