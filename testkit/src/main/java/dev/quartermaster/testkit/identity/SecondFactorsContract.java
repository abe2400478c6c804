package dev.quartermaster.testkit.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.domain.identity.PasswordHash;
import dev.quartermaster.domain.identity.SecondFactor;
import dev.quartermaster.domain.identity.SecondFactors;
import dev.quartermaster.domain.identity.User;
import dev.quartermaster.domain.identity.Users;
import dev.quartermaster.domain.shared.UserId;
import dev.quartermaster.testkit.shared.PortContract;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What {@link SecondFactors} promise. */
public abstract class SecondFactorsContract extends PortContract {

  /** The port under test. */
  protected abstract SecondFactors secondFactors();

  /** The accounts that the second factors belong to. */
  protected abstract Users users();

  @Test
  void findsWhatWasSaved() {
    SecondFactor enrolled = enrolled();
    assertThat(stored(enrolled.userId())).contains(enrolled);

    SecondFactor confirmed = enrolled.confirmed(58_000_000_000L, Set.of("one", "two"), NOW);
    inTransaction(() -> secondFactors().save(confirmed));

    assertThat(stored(enrolled.userId())).contains(confirmed);
    assertThat(inTransaction(() -> secondFactors().findForUpdate(enrolled.userId())))
        .contains(confirmed);
  }

  @Test
  void savingReplacesAllOfIt() {
    SecondFactor first = enrolled();
    SecondFactor second =
        SecondFactor.enrolled(first.userId(), "another secret", NOW.plusSeconds(1));
    inTransaction(() -> secondFactors().save(first.confirmed(7, Set.of("one"), NOW)));

    inTransaction(() -> secondFactors().save(second));

    assertThat(stored(first.userId())).contains(second);
  }

  @Test
  void findsNoneOfAUserWithout() {
    UserId user = user();
    assertThat(stored(user)).isEmpty();
    assertThat(inTransaction(() -> secondFactors().findForUpdate(user))).isEmpty();
  }

  @Test
  void whatWasDeletedIsGoneAndCanBeDeletedAgain() {
    SecondFactor kept = enrolled();
    SecondFactor deleted = enrolled();

    inTransaction(() -> secondFactors().delete(deleted.userId()));
    inTransaction(() -> secondFactors().delete(deleted.userId()));

    assertThat(stored(deleted.userId())).isEmpty();
    assertThat(stored(kept.userId())).contains(kept);
  }

  @Test
  void aRolledBackTransactionLeavesNothing() {
    SecondFactor kept = enrolled();
    rollBack(() -> secondFactors().delete(kept.userId()));
    assertThat(stored(kept.userId())).contains(kept);
  }

  @Test
  void noUseUnderTheLockIsLost() {
    UserId user = enrolled().userId();
    raceInTransactions(
        10,
        () -> {
          SecondFactor read = secondFactors().findForUpdate(user).orElseThrow();
          secondFactors().save(read.usedAt(read.lastStep() + 1).orElseThrow());
        });
    assertThat(stored(user)).map(SecondFactor::uses).contains(THREADS * 10);
  }

  private SecondFactor enrolled() {
    SecondFactor enrolled = SecondFactor.enrolled(user(), "a sealed secret", NOW);
    inTransaction(() -> secondFactors().save(enrolled));
    return enrolled;
  }

  private UserId user() {
    User user = People.ada(IDENTIFIERS, unique() + "@example.com", NOW);
    inTransaction(() -> users().add(user, new PasswordHash("$argon2id$v=19$none")));
    return user.id();
  }

  private Optional<SecondFactor> stored(UserId userId) {
    Optional<SecondFactor> found = unitOfWork().reading(() -> secondFactors().find(userId));
    assertThat(inTransaction(() -> secondFactors().find(userId))).isEqualTo(found);
    return found;
  }
}
