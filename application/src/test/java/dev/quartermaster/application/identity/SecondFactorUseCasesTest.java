package dev.quartermaster.application.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quartermaster.domain.identity.AccountLocked;
import dev.quartermaster.domain.identity.Client;
import dev.quartermaster.domain.identity.InvalidMfaCode;
import dev.quartermaster.domain.identity.InvalidMfaToken;
import dev.quartermaster.domain.identity.MfaAlreadyEnabled;
import dev.quartermaster.domain.identity.MfaNotEnabled;
import dev.quartermaster.domain.identity.RawPassword;
import dev.quartermaster.domain.identity.RecoveryCode;
import dev.quartermaster.domain.identity.Session;
import dev.quartermaster.domain.identity.SessionId;
import dev.quartermaster.domain.identity.TotpSecret;
import dev.quartermaster.domain.identity.User;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.InvalidInput;
import dev.quartermaster.domain.shared.RateLimited;
import dev.quartermaster.domain.shared.Unauthenticated;
import dev.quartermaster.domain.shared.Unavailable;
import dev.quartermaster.testkit.shared.Actors;
import dev.quartermaster.testkit.shared.Concurrently;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SecondFactorUseCasesTest {
  private static final Duration STEP = Duration.ofSeconds(30);
  private static final String WRONG = "no code";

  private final Identity identity = new Identity();
  private final EnrolTotp enrol =
      new EnrolTotpService(
          identity.unitOfWork,
          identity.users,
          identity.sessions,
          identity.secondFactors,
          identity.oneTimeCodes,
          identity.hasher,
          identity.rateLimits,
          identity.lockouts,
          Identity.LOCKOUT_POLICIES,
          identity.fingerprints,
          identity.sealing,
          identity.auditTrail,
          identity.clock);
  private final ConfirmTotp confirm =
      new ConfirmTotpService(
          identity.unitOfWork,
          identity.secondFactors,
          identity.oneTimeCodes,
          identity.sealing,
          identity.auditTrail,
          identity.clock);
  private final DisableTotp disable =
      new DisableTotpService(
          identity.unitOfWork,
          identity.users,
          identity.secondFactors,
          identity.oneTimeCodes,
          identity.rateLimits,
          identity.lockouts,
          Identity.LOCKOUT_POLICIES,
          identity.fingerprints,
          identity.sealing,
          identity.auditTrail,
          identity.clock);
  private final RenewRecoveryCodes renew =
      new RenewRecoveryCodesService(
          identity.unitOfWork,
          identity.users,
          identity.secondFactors,
          identity.oneTimeCodes,
          identity.rateLimits,
          identity.lockouts,
          Identity.LOCKOUT_POLICIES,
          identity.fingerprints,
          identity.sealing,
          identity.auditTrail,
          identity.clock);
  private final GetMfaStatus status =
      new GetMfaStatusService(identity.unitOfWork, identity.secondFactors);
  private User ada;
  private Actor actor;

  @BeforeEach
  void signUp() {
    ada = identity.customer("ada@example.com");
    actor = Identity.as(ada);
  }

  @Test
  void anAppCountsFromItsFirstCodeOn() {
    EnrolTotp.Result enrolled = enrolled();
    assertThat(enrolled.keyUri().toString())
        .startsWith("otpauth://totp/Quartermaster:ada%40example.com?secret=")
        .contains(enrolled.secret().base32());
    assertThat(isEnabled()).isFalse();
    assertThat(identity.loggedIn(ada).user()).isEqualTo(ada);

    assertThat(confirmed(enrolled.secret())).hasSize(10).doesNotHaveDuplicates();

    assertThat(isEnabled()).isTrue();
    assertThat(firstStep().expiresIn()).isEqualTo(Duration.ofMinutes(5));
    assertThat(identity.auditTrail.actionsOn(ada.id())).endsWith("mfa.enrolled", "mfa.enabled");
  }

  @Test
  void aSecretThatWasNeverConfirmedCanBeReplaced() {
    TotpSecret first = enrolled().secret();
    TotpSecret second = enrolled().secret();

    assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> confirmed(first));
    assertThat(confirmed(second)).hasSize(10);
  }

  @Test
  void oneAppIsEnough() {
    TotpSecret secret = enabled();

    assertThatExceptionOfType(MfaAlreadyEnabled.class).isThrownBy(() -> enrolled());
    assertThatExceptionOfType(MfaAlreadyEnabled.class).isThrownBy(() -> confirmed(secret));
  }

  /** Else a session that somebody got hold of would lock its owner out. */
  @Test
  void enrollingTakesThePassword() {
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> enrolled(new RawPassword("wrong horse")))
        .satisfies(
            refusal -> assertThat(refusal.fieldErrors().getFirst().field()).isEqualTo("password"));
    assertThat(identity.secondFactors.find(ada.id())).isEmpty();

    assertThat(confirmed(enrolled().secret())).hasSize(10);
  }

  @Test
  void aRecentLogInTakesThePlaceOfThePassword() {
    SessionId recent = sessionOpened();
    identity.clock.advance(EnrolTotp.LOG_IN_IS_RECENT.minusSeconds(1));
    assertThat(enrolledWithin(Optional.of(recent)).secret()).isNotNull();

    identity.clock.advance(Duration.ofSeconds(1));

    for (Optional<SessionId> stale : List.of(Optional.of(recent), Optional.<SessionId>empty())) {
      assertThatExceptionOfType(InvalidInput.class)
          .isThrownBy(() -> enrolledWithin(stale))
          .satisfies(
              refusal ->
                  assertThat(refusal.fieldErrors().getFirst().field()).isEqualTo("password"));
    }
  }

  @Test
  void passwordsForEnrollingAreLimitedLikeThoseOfLogIns() {
    for (int attempt = 0; attempt < Identity.RATE_LIMIT; attempt++) {
      assertThatExceptionOfType(InvalidInput.class)
          .isThrownBy(() -> enrolled(new RawPassword("wrong horse")));
    }

    assertThatExceptionOfType(RateLimited.class).isThrownBy(this::enrolled);
    assertThatExceptionOfType(RateLimited.class).isThrownBy(this::firstStep);
  }

  @Test
  void rightPasswordsForEnrollingCostNothing() {
    for (int attempt = 0; attempt < 2 * Identity.RATE_LIMIT; attempt++) {
      assertThat(enrolled().secret()).isNotNull();
    }
    identity.hasher.setBusy(true);
    for (int attempt = 0; attempt < 2 * Identity.RATE_LIMIT; attempt++) {
      assertThatExceptionOfType(Unavailable.class).isThrownBy(this::enrolled);
    }
  }

  @Test
  void enrollingIsNotForALockedAccount() {
    for (int attempt = 0; attempt < 10; attempt++) {
      Client elsewhere = new Client("198.51.100." + attempt, "curl/8.5.0");
      assertThatExceptionOfType(InvalidInput.class)
          .isThrownBy(
              () ->
                  enrol.enrol(
                      new EnrolTotp.Command(
                          actor,
                          Optional.of(new RawPassword("wrong horse")),
                          Optional.empty(),
                          elsewhere)));
    }

    assertThatExceptionOfType(AccountLocked.class).isThrownBy(this::enrolled);
  }

  @Test
  void aSecretMovesOnToAnotherKeyWhenACodeIsUsed() {
    TotpSecret secret = enabled();
    identity.sealing.changeKey();
    identity.clock.advance(STEP);
    completed(firstStep().mfaToken(), codeOf(secret));

    identity.sealing.retireKeysBefore();
    identity.clock.advance(STEP);

    assertThat(completed(firstStep().mfaToken(), codeOf(secret)).user()).isEqualTo(ada);
  }

  @Test
  void aRecoveryCodeHelpsWhenTheKeyOfTheSecretIsLost() {
    TotpSecret secret = enrolled().secret();
    List<RecoveryCode> codes = confirmed(secret);
    identity.sealing.changeKey();
    identity.sealing.retireKeysBefore();

    assertThat(completed(firstStep().mfaToken(), codes.getFirst().value()).user()).isEqualTo(ada);
    disabled(codes.get(1).value());

    assertThat(confirmed(enrolled().secret())).hasSize(10);
  }

  @Test
  void whatIsNotThereCanBeNeitherConfirmedNorChanged() {
    assertThatExceptionOfType(MfaNotEnabled.class)
        .isThrownBy(() -> confirm.confirm(new ConfirmTotp.Command(actor, "123456")));
    enrolled();
    assertThatExceptionOfType(MfaNotEnabled.class).isThrownBy(() -> disabled("123456"));
    assertThatExceptionOfType(MfaNotEnabled.class).isThrownBy(() -> renewed("123456"));
  }

  @Test
  void isLeftToWhoIsSignedIn() {
    Actor nobody = Actors.anonymous();
    assertThatExceptionOfType(Unauthenticated.class)
        .isThrownBy(
            () ->
                enrol.enrol(
                    new EnrolTotp.Command(
                        nobody,
                        Optional.of(Identity.PASSWORD),
                        Optional.empty(),
                        Identity.CLIENT)));
    assertThatExceptionOfType(Unauthenticated.class)
        .isThrownBy(() -> confirm.confirm(new ConfirmTotp.Command(nobody, "123456")));
    assertThatExceptionOfType(Unauthenticated.class)
        .isThrownBy(
            () -> disable.disable(new DisableTotp.Command(nobody, "123456", Identity.CLIENT)));
    assertThatExceptionOfType(Unauthenticated.class)
        .isThrownBy(
            () -> renew.renew(new RenewRecoveryCodes.Command(nobody, "123456", Identity.CLIENT)));
    assertThatExceptionOfType(Unauthenticated.class)
        .isThrownBy(() -> status.get(new GetMfaStatus.Query(nobody)));
  }

  @Test
  void passwordAndCodeGiveASession() {
    TotpSecret secret = enabled();
    String token = firstStep().mfaToken();
    identity.clock.advance(STEP);

    CompleteLogIn.Result result = completed(token, codeOf(secret));

    assertThat(result.user()).isEqualTo(ada);
    assertThat(identity.actorOf(result.refreshToken())).isEqualTo(Identity.as(ada));
  }

  @Test
  void aCodeIsGoodForOnce() {
    TotpSecret secret = enabled();
    // The one that confirmed the app is used up as well.
    assertWrong(firstStep().mfaToken(), codeOf(secret));
    identity.clock.advance(STEP);
    completed(firstStep().mfaToken(), codeOf(secret));

    assertWrong(firstStep().mfaToken(), codeOf(secret));
  }

  @Test
  void oneCodeSentManyTimesAtOnceGivesOneSession() {
    TotpSecret secret = enabled();
    List<String> tokens = List.of(firstStep().mfaToken(), firstStep().mfaToken());
    identity.clock.advance(STEP);

    List<Boolean> completed =
        Concurrently.inThreads(
            4,
            () -> {
              try {
                completed(tokens.getFirst(), codeOf(secret));
                return true;
              } catch (InvalidMfaCode | InvalidMfaToken refusal) {
                return false;
              }
            });

    assertThat(completed).containsOnlyOnce(true);
    assertThatExceptionOfType(InvalidMfaToken.class)
        .isThrownBy(() -> completed(tokens.getLast(), codeOf(secret)));
  }

  @Test
  void aTokenIsGoodForOnceAndForFiveMinutes() {
    TotpSecret secret = enabled();
    String used = firstStep().mfaToken();
    identity.clock.advance(STEP);
    completed(used, codeOf(secret));
    String late = firstStep().mfaToken();
    identity.clock.advance(STEP);
    assertBadToken(used, codeOf(secret));

    identity.clock.advance(Duration.ofMinutes(5).minus(STEP));
    assertBadToken(late, codeOf(secret));
  }

  @Test
  void otherTextsAreNoTokens() {
    TotpSecret secret = enabled();
    identity.clock.advance(STEP);
    for (String token : List.of("", "no token", identity.sealing.seal("another purpose", "x"))) {
      assertBadToken(token, codeOf(secret));
    }
  }

  @Test
  void aRecoveryCodeWorksOnceHoweverItIsWritten() {
    List<RecoveryCode> codes = confirmed(enrolled().secret());
    String written = " " + codes.getFirst().grouped().toLowerCase(Locale.ROOT);

    assertThat(completed(firstStep().mfaToken(), written).user()).isEqualTo(ada);
    assertWrong(firstStep().mfaToken(), written);
    assertThat(completed(firstStep().mfaToken(), codes.get(1).value()).user()).isEqualTo(ada);
    assertThat(identity.auditTrail.actionsOn(ada.id()))
        .filteredOn("mfa.recovery-code-used"::equals)
        .hasSize(2);
  }

  @Test
  void newRecoveryCodesReplaceTheOldOnes() {
    TotpSecret secret = enrolled().secret();
    List<RecoveryCode> old = confirmed(secret);
    identity.clock.advance(STEP);

    List<RecoveryCode> fresh = renewed(codeOf(secret));

    assertThat(fresh).hasSize(10).doesNotContainAnyElementsOf(old);
    assertWrong(firstStep().mfaToken(), old.getFirst().value());
    assertThat(completed(firstStep().mfaToken(), fresh.getFirst().value()).user()).isEqualTo(ada);
  }

  @Test
  void switchingItOffNeedsACodeAndLetsThePasswordDoAgain() {
    TotpSecret secret = enabled();
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> disabled(WRONG))
        .satisfies(
            refusal -> assertThat(refusal.fieldErrors().getFirst().field()).isEqualTo("code"));
    assertThat(isEnabled()).isTrue();
    identity.clock.advance(STEP);

    disabled(codeOf(secret));

    assertThat(isEnabled()).isFalse();
    assertThat(identity.loggedIn(ada).user()).isEqualTo(ada);
    assertThat(identity.auditTrail.actionsOn(ada.id())).contains("mfa.disabled");
  }

  @Test
  void wrongCodesAreLimitedLikeWrongPasswords() {
    enabled();
    String token = firstStep().mfaToken();
    for (int attempt = 0; attempt < Identity.RATE_LIMIT; attempt++) {
      assertWrong(token, WRONG);
    }

    assertThatExceptionOfType(RateLimited.class).isThrownBy(() -> completed(token, WRONG));
    assertThatExceptionOfType(RateLimited.class).isThrownBy(() -> disabled(WRONG));
  }

  /** Else whoever knows the password could guess at the code for good. */
  @Test
  void aRightPasswordDoesNotForgiveWrongCodes() {
    TotpSecret secret = enabled();
    for (int attempt = 0; attempt < 10; attempt++) {
      Client elsewhere = new Client("198.51.100." + attempt, "curl/8.5.0");
      String token = firstStep(elsewhere).mfaToken();
      assertThatExceptionOfType(InvalidMfaCode.class)
          .isThrownBy(() -> completed(token, WRONG, elsewhere));
    }

    assertThatExceptionOfType(AccountLocked.class).isThrownBy(this::firstStep);
    identity.clock.advance(Duration.ofMinutes(1));
    assertThat(completed(firstStep().mfaToken(), codeOf(secret)).user()).isEqualTo(ada);
  }

  @Test
  void whatIsStoredShowsNeitherSecretNorRecoveryCodes() {
    TotpSecret secret = enrolled().secret();
    List<RecoveryCode> codes = confirmed(secret);

    String stored = identity.secondFactors.find(ada.id()).orElseThrow().toString();
    assertThat(stored).doesNotContain(secret.base32());
    assertThat(codes).noneMatch(code -> stored.contains(code.value()));
  }

  private EnrolTotp.Result enrolled() {
    return enrolled(Identity.PASSWORD);
  }

  private SessionId sessionOpened() {
    SessionId id = new SessionId(identity.identifiers.next());
    identity.unitOfWork.inTransaction(
        () ->
            identity.sessions.add(
                Session.start(id, ada.id(), Identity.CLIENT, identity.clock.instant())));
    return id;
  }

  private EnrolTotp.Result enrolledWithin(Optional<SessionId> session) {
    return enrol.enrol(new EnrolTotp.Command(actor, Optional.empty(), session, Identity.CLIENT));
  }

  private EnrolTotp.Result enrolled(RawPassword password) {
    return enrol.enrol(
        new EnrolTotp.Command(actor, Optional.of(password), Optional.empty(), Identity.CLIENT));
  }

  /** The secret of an app that is in use. */
  private TotpSecret enabled() {
    TotpSecret secret = enrolled().secret();
    assertThat(confirmed(secret)).hasSize(10);
    return secret;
  }

  private List<RecoveryCode> confirmed(TotpSecret secret) {
    return confirm.confirm(new ConfirmTotp.Command(actor, codeOf(secret))).recoveryCodes();
  }

  private String codeOf(TotpSecret secret) {
    return identity.oneTimeCodes.codeAt(secret, identity.clock.instant());
  }

  private boolean isEnabled() {
    return status.get(new GetMfaStatus.Query(actor)).enabled();
  }

  private LogIn.SecondStep firstStep() {
    return firstStep(Identity.CLIENT);
  }

  private LogIn.SecondStep firstStep(Client client) {
    return (LogIn.SecondStep)
        identity.logIn.logIn(new LogIn.Command(ada.email().value(), Identity.PASSWORD, client));
  }

  private CompleteLogIn.Result completed(String token, String code) {
    return completed(token, code, Identity.CLIENT);
  }

  private CompleteLogIn.Result completed(String token, String code, Client client) {
    return identity.completeLogIn.complete(new CompleteLogIn.Command(token, code, client));
  }

  private void disabled(String code) {
    disable.disable(new DisableTotp.Command(actor, code, Identity.CLIENT));
  }

  private List<RecoveryCode> renewed(String code) {
    return renew
        .renew(new RenewRecoveryCodes.Command(actor, code, Identity.CLIENT))
        .recoveryCodes();
  }

  private void assertWrong(String token, String code) {
    assertThatExceptionOfType(InvalidMfaCode.class).isThrownBy(() -> completed(token, code));
  }

  private void assertBadToken(String token, String code) {
    assertThatThrownBy(() -> completed(token, code)).isInstanceOf(InvalidMfaToken.class);
  }
}
