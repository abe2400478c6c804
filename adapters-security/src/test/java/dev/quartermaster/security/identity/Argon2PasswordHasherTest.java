package dev.quartermaster.security.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.quartermaster.domain.identity.PasswordHash;
import dev.quartermaster.domain.identity.PasswordHasher;
import dev.quartermaster.domain.identity.RawPassword;
import dev.quartermaster.domain.shared.Unavailable;
import dev.quartermaster.testkit.identity.PasswordHasherContract;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class Argon2PasswordHasherTest extends PasswordHasherContract {
  private final ExecutorService oneAtATime = Executors.newSingleThreadExecutor();
  private final Argon2PasswordHasher hasher =
      new Argon2PasswordHasher(oneAtATime, Duration.ofMinutes(1));

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
  void saysThatItIsTooBusyInsteadOfWaitingForever() throws Exception {
    var impatient = new Argon2PasswordHasher(oneAtATime, Duration.ofMillis(1));
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
