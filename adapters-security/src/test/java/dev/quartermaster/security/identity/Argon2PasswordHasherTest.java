package dev.quartermaster.security.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.quartermaster.domain.identity.PasswordHash;
import dev.quartermaster.domain.identity.PasswordHasher;
import dev.quartermaster.domain.identity.RawPassword;
import dev.quartermaster.domain.shared.Unavailable;
import dev.quartermaster.testkit.identity.PasswordHasherContract;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class Argon2PasswordHasherTest extends PasswordHasherContract {
  private static final Argon2Parameters USUAL = new Argon2Parameters(19 * 1024, 2, 1);
  private static final RawPassword PASSWORD = new RawPassword("correct horse");

  private final ExecutorService oneAtATime = Executors.newSingleThreadExecutor();
  private final Argon2 argon2 = NativeArgon2.whereItRuns();
  private final Argon2PasswordHasher hasher = by(USUAL);

  @AfterEach
  void tearDown() {
    hasher.close();
  }

  @Override
  protected PasswordHasher hasher() {
    return hasher;
  }

  @Test
  void writesArgon2idWithItsParameters() {
    assertThat(hasher.hash(new RawPassword("correct horse")).value())
        .matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
  }

  @Test
  void readsTheReferenceImplementationsHash() {
    // echo -n "correct horse" | argon2 quartermaster-01 -id -t 2 -k 19456 -p 1 -l 32 -e
    var reference =
        new PasswordHash(
            "$argon2id$v=19$m=19456,t=2,p=1$cXVhcnRlcm1hc3Rlci0wMQ"
                + "$adfqCWhtNINdo8T6xkXurepY6GILJSgRrSpFg2112lk");

    assertThat(hasher.matches(new RawPassword("correct horse"), Optional.of(reference))).isTrue();
    assertThat(hasher.matches(new RawPassword("correct horsf"), Optional.of(reference))).isFalse();
  }

  @Test
  void takesOneLetterForAnotherWayToWriteIt() {
    PasswordHash hash = hasher.hash(new RawPassword("caf\u00e9 au lait"));

    assertThat(hasher.matches(new RawPassword("cafe\u0301 au lait"), Optional.of(hash))).isTrue();
  }

  @Test
  void writesTheParametersThatItIsGiven() {
    assertThat(by(new Argon2Parameters(7_168, 5, 2)).hash(PASSWORD).value())
        .startsWith("$argon2id$v=19$m=7168,t=5,p=2$");
  }

  @Test
  void aHashNeedsAnotherWhenAnyParameterRose() {
    PasswordHash hash = hasher.hash(PASSWORD);
    for (Argon2Parameters higher :
        List.of(
            new Argon2Parameters(19 * 1024 + 1, 2, 1),
            new Argon2Parameters(19 * 1024, 3, 1),
            new Argon2Parameters(19 * 1024, 2, 2))) {
      assertThat(by(higher).needsRehash(hash)).as("%s", higher).isTrue();
    }
    assertThat(by(new Argon2Parameters(12 * 1024, 1, 1)).needsRehash(hash)).isFalse();
  }

  @Test
  void readsHashesFromBeforeTheParametersChanged() {
    PasswordHash hash = hasher.hash(PASSWORD);
    Argon2PasswordHasher raised = by(new Argon2Parameters(32 * 1024, 3, 1));

    assertThat(raised.matches(PASSWORD, Optional.of(hash))).isTrue();
    assertThat(raised.matches(new RawPassword("wrong horse"), Optional.of(hash))).isFalse();
  }

  @Test
  void aCheckOfAnOldHashIsMadeUpToTheWorkOfOneForNobody() {
    Argon2PasswordHasher raised = by(new Argon2Parameters(64 * 1024, 3, 1));
    long nobodys = 64 * 1024 * 3L;

    assertThat(raised.missingAfter(USUAL.work())).isEqualTo(nobodys - USUAL.work());
    assertThat(raised.missingAfter(nobodys)).isZero();
  }

  @Test
  void aCheckForNobodyIsMadeUpToTheWorkOfACostlierHashFromBefore() {
    Argon2Parameters before = new Argon2Parameters(32 * 1024, 3, 1);
    PasswordHash costly = by(before).hash(PASSWORD);

    assertThat(hasher.matches(PASSWORD, Optional.of(costly))).isTrue();

    assertThat(hasher.missingAfter(USUAL.work())).isEqualTo(before.work() - USUAL.work());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 8, 1_000, 19_455, 19_456, 19_457, 157_696, 5_242_880})
  void whatIsMissingIsWorkedOffWithinTheMemoryOfOneHash(long missing) {
    Argon2Parameters filler = USUAL.worth(missing);

    assertThat(filler.memory()).isBetween(8, USUAL.memory());
    assertThat(filler.work()).isCloseTo(missing, Offset.offset(Math.max(8L, filler.iterations())));
  }

  private Argon2PasswordHasher by(Argon2Parameters parameters) {
    return new Argon2PasswordHasher(argon2, parameters, oneAtATime, Duration.ofMinutes(1));
  }

  @Test
  void saysThatItIsTooBusyInsteadOfWaitingForever() throws Exception {
    var impatient = new Argon2PasswordHasher(argon2, USUAL, oneAtATime, Duration.ofMillis(1));
    var finish = new CountDownLatch(1);
    Future<?> longWork =
        oneAtATime.submit(
            () -> {
              finish.await();
              return true;
            });

    assertThatExceptionOfType(Unavailable.class)
        .isThrownBy(() -> impatient.hash(new RawPassword("correct horse")));
    assertThatExceptionOfType(Unavailable.class)
        .isThrownBy(() -> impatient.matches(new RawPassword("correct horse"), Optional.empty()));

    finish.countDown();
    longWork.get();
    assertThat(hasher.matches(new RawPassword("correct horse"), Optional.empty())).isFalse();
  }
}
