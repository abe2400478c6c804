package dev.quartermaster.testkit.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.domain.identity.OneTimePurpose;
import dev.quartermaster.domain.identity.OneTimeToken;
import dev.quartermaster.domain.identity.OneTimeTokens;
import dev.quartermaster.domain.identity.OneTimeTokens.Claim;
import dev.quartermaster.domain.identity.PasswordHash;
import dev.quartermaster.domain.identity.User;
import dev.quartermaster.domain.identity.Users;
import dev.quartermaster.testkit.shared.Concurrently;
import dev.quartermaster.testkit.shared.PortContract;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What {@link OneTimeTokens} promise. */
public abstract class OneTimeTokensContract extends PortContract {
  /** Before anything else that the store may hold. */
  private static final Instant LONG_AGO = Instant.parse("2001-02-03T04:05:06Z");

  private static final OneTimePurpose RESET = OneTimePurpose.RESET_PASSWORD;
  private static final OneTimePurpose VERIFY = OneTimePurpose.VERIFY_EMAIL;

  /** The port under test. */
  protected abstract OneTimeTokens tokens();

  /** The accounts that the tokens belong to. */
  protected abstract Users users();

  @Test
  void aTokenShowsWhatItWasIssuedFor() {
    Claim claim = claim();
    OneTimeToken token = issued(RESET, claim, NOW);
    assertThat(inTransaction(() -> tokens().find(token, RESET, NOW))).contains(claim);
    assertThat(use(token, RESET, NOW)).contains(claim);
  }

  @Test
  void lookingDoesNotUseIt() {
    OneTimeToken token = issued(RESET, claim(), NOW);
    assertThat(inTransaction(() -> tokens().find(token, RESET, NOW))).isPresent();
    assertThat(inTransaction(() -> tokens().find(token, RESET, NOW))).isPresent();
  }

  @Test
  void aTokenIsUsedOnce() {
    OneTimeToken token = issued(RESET, claim(), NOW);
    assertThat(use(token, RESET, NOW)).isPresent();
    assertThat(use(token, RESET, NOW)).isEmpty();
    assertThat(inTransaction(() -> tokens().find(token, RESET, NOW))).isEmpty();
  }

  @Test
  void ofManyWhoUseATokenAtOnceOneDoes() {
    OneTimeToken token = issued(RESET, claim(), NOW);
    List<Optional<Claim>> used = Concurrently.inThreads(THREADS, () -> use(token, RESET, NOW));
    assertThat(used).filteredOn(Optional::isPresent).hasSize(1);
  }

  @Test
  void aUseThatIsRolledBackLeavesTheToken() {
    OneTimeToken token = issued(RESET, claim(), NOW);
    rollBack(() -> assertThat(tokens().use(token, RESET, NOW)).isPresent());
    assertThat(use(token, RESET, NOW)).isPresent();
  }

  @Test
  void aTokenServesNoOtherPurpose() {
    OneTimeToken token = issued(VERIFY, claim(), NOW);
    assertThat(use(token, RESET, NOW)).isEmpty();
    assertThat(use(token, VERIFY, NOW)).isPresent();
  }

  @Test
  void anUnknownTokenShowsNothing() {
    assertThat(use(new OneTimeToken(unique()), RESET, NOW)).isEmpty();
  }

  @Test
  void aTokenEndsWithItsLifetime() {
    Instant end = NOW.plus(RESET.lifetime());
    OneTimeToken token = issued(RESET, claim(), NOW);
    assertThat(use(token, RESET, end)).isEmpty();
    assertThat(use(token, RESET, end.minusMillis(1))).isPresent();
  }

  @Test
  void anotherTokenEndsTheOneBeforeOfTheSamePurpose() {
    Claim claim = claim();
    OneTimeToken first = issued(RESET, claim, NOW);
    OneTimeToken verification = issued(VERIFY, claim, NOW);
    OneTimeToken second = issued(RESET, claim, NOW);
    assertThat(use(first, RESET, NOW)).isEmpty();
    assertThat(use(second, RESET, NOW)).contains(claim);
    assertThat(use(verification, VERIFY, NOW)).contains(claim);
  }

  @Test
  void forgetsWhatHasExpiredUpToALimit() {
    Instant end = LONG_AGO.plus(RESET.lifetime());
    issued(RESET, claim(), LONG_AGO);
    issued(RESET, claim(), LONG_AGO);
    OneTimeToken usable = issued(RESET, claim(), LONG_AGO.plusSeconds(2));
    assertThat(forget(end, 10)).isZero();
    assertThat(forget(end.plusSeconds(1), 1)).isEqualTo(1);
    assertThat(forget(end.plusSeconds(1), 10)).isEqualTo(1);
    assertThat(use(usable, RESET, LONG_AGO.plusSeconds(2))).isPresent();
  }

  private Optional<Claim> use(OneTimeToken token, OneTimePurpose purpose, Instant at) {
    return inTransaction(() -> tokens().use(token, purpose, at));
  }

  private int forget(Instant instant, int limit) {
    return inTransaction(() -> tokens().forgetExpiredBefore(instant, limit));
  }

  private OneTimeToken issued(OneTimePurpose purpose, Claim claim, Instant at) {
    OneTimeToken token = new OneTimeToken(unique());
    inTransaction(() -> tokens().issue(token, purpose, claim, at));
    return token;
  }

  private Claim claim() {
    User ada = People.ada(IDENTIFIERS, unique() + "@example.com", NOW);
    inTransaction(() -> users().add(ada, new PasswordHash("$none$")));
    return new Claim(ada.id(), ada.email());
  }
}
