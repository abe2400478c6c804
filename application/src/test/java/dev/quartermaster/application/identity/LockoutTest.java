package dev.quartermaster.application.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.quartermaster.domain.identity.AccountLocked;
import dev.quartermaster.domain.identity.Client;
import dev.quartermaster.domain.identity.InvalidCredentials;
import dev.quartermaster.domain.identity.RawPassword;
import dev.quartermaster.domain.identity.User;
import dev.quartermaster.domain.shared.AuditEntry;
import dev.quartermaster.domain.shared.DomainException;
import dev.quartermaster.domain.shared.RateLimited;
import dev.quartermaster.domain.shared.Unavailable;
import dev.quartermaster.testkit.shared.Concurrently;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of those who guess at passwords, and of those whose passwords are guessed at. */
class LockoutTest {
  private static final RawPassword WRONG = new RawPassword("wrong horse battery staple");
  private static final String UNKNOWN = "nobody@example.com";

  private final Identity identity = new Identity();
  private final AtomicInteger addresses = new AtomicInteger();
  private User ada;

  @BeforeEach
  void signUp() {
    ada = identity.customer("ada@example.com");
  }

  @Test
  void theSixthFailureFromAnAddressIsNotEvenTried() {
    for (String email : List.of("ada@example.com", UNKNOWN)) {
      assertThat(codesOf(email, WRONG, 6))
          .containsExactly(
              InvalidCredentials.CODE,
              InvalidCredentials.CODE,
              InvalidCredentials.CODE,
              InvalidCredentials.CODE,
              InvalidCredentials.CODE,
              RateLimited.CODE);
    }
    assertThat(codesOf("ada@example.com", Identity.PASSWORD, 1)).containsExactly(RateLimited.CODE);
  }

  @Test
  void howTheAddressIsWrittenMakesNoDifference() {
    codesOf("ada@example.com", WRONG, 3);
    codesOf(" ADA@Example.com", WRONG, 2);

    assertThat(codesOf("ada@example.com", WRONG, 1)).containsExactly(RateLimited.CODE);
  }

  @Test
  void successesDoNotCount() {
    for (int time = 0; time < 3 * Identity.RATE_LIMIT; time++) {
      assertThat(identity.loggedIn(ada).user()).isEqualTo(ada);
    }
    assertThat(codesOf("ada@example.com", WRONG, 5)).containsOnly(InvalidCredentials.CODE);
  }

  @Test
  void manyAtOnceTryNoMoreThanTheLimit() {
    List<String> codes =
        Concurrently.inThreads(
            50, () -> codeOf(identity.logIn, "ada@example.com", WRONG, Identity.CLIENT));

    assertThat(identity.hasher.checks()).isEqualTo(Identity.RATE_LIMIT);
    assertThat(codes).filteredOn(RateLimited.CODE::equals).hasSize(45);
  }

  @Test
  void theTenthFailureInARowLocksTheAccountWhetherOrNotItExists() {
    for (String email : List.of("ada@example.com", UNKNOWN, "no address")) {
      for (int failure = 1; failure <= 10; failure++) {
        assertThat(codeFromElsewhere(email, WRONG)).isEqualTo(InvalidCredentials.CODE);
      }
      assertThat(codeFromElsewhere(email, WRONG)).isEqualTo(AccountLocked.CODE);
      assertThat(codeFromElsewhere(email, Identity.PASSWORD)).isEqualTo(AccountLocked.CODE);
    }
  }

  @Test
  void aLockSaysHowLongItIsAndTryingDoesNotMakeItLonger() {
    failFromElsewhere(10);
    identity.clock.advance(Duration.ofSeconds(20));
    codeFromElsewhere("ada@example.com", WRONG);

    assertThatExceptionOfType(AccountLocked.class)
        .isThrownBy(() -> logIn("ada@example.com", Identity.PASSWORD, elsewhere()))
        .satisfies(locked -> assertThat(locked.retryAfter()).contains(Duration.ofSeconds(40)));
    identity.clock.advance(Duration.ofSeconds(40));
    assertThat(identity.loggedIn(ada).user()).isEqualTo(ada);
  }

  @Test
  void aLockLooksAtThePasswordAllTheSameForItsTime() {
    failFromElsewhere(10);
    long before = identity.hasher.checks();

    assertThat(codeFromElsewhere("ada@example.com", WRONG)).isEqualTo(AccountLocked.CODE);
    assertThat(identity.hasher.checks()).isEqualTo(before + 1);
  }

  @Test
  void eachFurtherFailureLocksTwiceAsLong() {
    failFromElsewhere(10);
    for (int minutes : new int[] {1, 2, 4, 8, 16, 32, 60, 60}) {
      identity.clock.advance(Duration.ofMinutes(minutes).minusSeconds(1));
      assertThat(codeFromElsewhere("ada@example.com", WRONG)).isEqualTo(AccountLocked.CODE);
      identity.clock.advance(Duration.ofSeconds(1));
      assertThat(codeFromElsewhere("ada@example.com", WRONG)).isEqualTo(InvalidCredentials.CODE);
    }
  }

  @Test
  void aSuccessForgetsTheAccountsFailures() {
    failFromElsewhere(9);
    assertThat(identity.loggedIn(ada).user()).isEqualTo(ada);

    failFromElsewhere(9);
    assertThat(identity.loggedIn(ada).user()).isEqualTo(ada);
  }

  @Test
  void theTenthAttemptMayBeTheRightOne() {
    failFromElsewhere(9);

    assertThat(identity.loggedIn(ada).user()).isEqualTo(ada);
    assertThat(codeFromElsewhere("ada@example.com", WRONG)).isEqualTo(InvalidCredentials.CODE);
  }

  @Test
  void othersAreNotLocked() {
    User eve = identity.customer("eve@example.com");
    failFromElsewhere(10);

    assertThat(identity.loggedIn(eve).user()).isEqualTo(eve);
  }

  @Test
  void whoIsSignedInStaysSoWhileTheAccountIsLocked() {
    String token = identity.loggedIn(ada).refreshToken();
    failFromElsewhere(10);

    assertThat(identity.actorOf(token).id()).isEqualTo(ada.id());
  }

  @Test
  void anAddressThatTriesManyAccountsIsLockedForAllOfThem() {
    for (int account = 0; account < 20; account++) {
      assertThat(codesOf("guess-" + account + "@example.com", WRONG, 1))
          .containsExactly(InvalidCredentials.CODE);
    }

    assertThat(codesOf("ada@example.com", Identity.PASSWORD, 1))
        .containsExactly(AccountLocked.CODE);
    assertThat(logIn("ada@example.com", Identity.PASSWORD, elsewhere()))
        .isInstanceOf(LogIn.SignedIn.class);
  }

  @Test
  void aSuccessForgivesItsAddressOneFailureAlone() {
    for (int account = 0; account < 19; account++) {
      codesOf("guess-" + account + "@example.com", WRONG, 1);
    }
    identity.loggedIn(ada);

    assertThat(codesOf("guess-x@example.com", WRONG, 1)).containsExactly(InvalidCredentials.CODE);
    assertThat(codesOf("guess-y@example.com", WRONG, 2))
        .containsExactly(InvalidCredentials.CODE, AccountLocked.CODE);
  }

  @Test
  void aPasswordResetLiftsTheLock() {
    failFromElsewhere(10);
    AccountLocks locks =
        new AccountLocks(identity.lockouts, identity.fingerprints, identity.auditTrail);

    identity.unitOfWork.inTransaction(() -> locks.release(ada, identity.clock.instant()));

    assertThat(identity.loggedIn(ada).user()).isEqualTo(ada);
    assertThat(identity.auditTrail.actionsOn(ada.id())).contains("user.locked", "user.unlocked");
  }

  @Test
  void theTrailNamesWhatWasLocked() {
    failFromElsewhere(11);
    for (int attempt = 0; attempt < 10; attempt++) {
      codeFromElsewhere(UNKNOWN, WRONG);
    }

    assertThat(identity.auditTrail.actionsOn(ada.id())).endsWith("user.locked");
    assertThat(identity.auditTrail.entries())
        .extracting(AuditEntry::action)
        .contains("unknown-user.locked");
    assertThat(identity.auditTrail.entries().toString()).doesNotContain(UNKNOWN);
  }

  @Test
  void whatCouldNotBeTriedDoesNotCount() {
    identity.hasher.setBusy(true);
    for (int attempt = 0; attempt < 20; attempt++) {
      assertThat(codesOf("ada@example.com", WRONG, 1)).containsExactly(Unavailable.CODE);
    }
    identity.hasher.setBusy(false);

    assertThat(identity.loggedIn(ada).user()).isEqualTo(ada);
  }

  @Test
  void forgetsAfterADayOfQuiet() {
    ForgetFailedLogIns forget =
        new ForgetFailedLogInsService(identity.unitOfWork, identity.lockouts, identity.clock);
    codesOf("ada@example.com", WRONG, 1);
    identity.clock.advance(Duration.ofDays(1));
    assertThat(forget.forget(new ForgetFailedLogIns.Command(10)).forgotten()).isZero();
    identity.clock.advance(Duration.ofSeconds(1));

    // The account's and the address's.
    assertThat(forget.forget(new ForgetFailedLogIns.Command(1)).forgotten()).isEqualTo(1);
    assertThat(forget.forget(new ForgetFailedLogIns.Command(10)).forgotten()).isEqualTo(1);
  }

  private void failFromElsewhere(int times) {
    for (int time = 0; time < times; time++) {
      codeFromElsewhere("ada@example.com", WRONG);
    }
  }

  private String codeFromElsewhere(String email, RawPassword password) {
    return codeOf(identity.logIn, email, password, elsewhere());
  }

  private List<String> codesOf(String email, RawPassword password, int times) {
    List<String> codes = new ArrayList<>();
    for (int time = 0; time < times; time++) {
      codes.add(codeOf(identity.logIn, email, password, Identity.CLIENT));
    }
    return codes;
  }

  private static String codeOf(LogIn logIn, String email, RawPassword password, Client client) {
    try {
      return logIn.logIn(command(email, password, client)).getClass().getSimpleName();
    } catch (DomainException refusal) {
      return refusal.code();
    }
  }

  private LogIn.Result logIn(String email, RawPassword password, Client client) {
    return identity.logIn.logIn(command(email, password, client));
  }

  private static LogIn.Command command(String email, RawPassword password, Client client) {
    return new LogIn.Command(email, password, client);
  }

  /** An address that nobody has used. */
  private Client elsewhere() {
    int number = addresses.incrementAndGet();
    return new Client("198.51." + number / 250 + "." + number % 250, "curl/8.5.0");
  }
}
