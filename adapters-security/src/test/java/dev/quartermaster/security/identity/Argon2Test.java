package dev.quartermaster.security.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.quartermaster.domain.identity.PasswordHash;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class Argon2Test {
  private static final byte[] PASSWORD = "correct horse".getBytes(StandardCharsets.UTF_8);

  static Stream<Argon2> implementations() {
    return Stream.of(NativeArgon2.whereItRuns(), new JavaArgon2());
  }

  @ParameterizedTest
  @MethodSource("implementations")
  void computesWhatTheReferenceImplementationDoes(Argon2 argon2) {
    // echo -n "correct horse" | argon2 quartermaster-01 -id -t 2 -k 19456 -p 1 -l 32 -e
    Argon2Hash reference =
        Argon2Hash.of(
            new PasswordHash(
                "$argon2id$v=19$m=19456,t=2,p=1$cXVhcnRlcm1hc3Rlci0wMQ"
                    + "$adfqCWhtNINdo8T6xkXurepY6GILJSgRrSpFg2112lk"));

    byte[] digest = argon2.digest(PASSWORD, reference.saltBytes(), reference.parameters());

    assertThat(reference.isOf(digest)).isTrue();
    digest[31] ^= 1;
    assertThat(reference.isOf(digest)).isFalse();
  }

  @ParameterizedTest
  @MethodSource("implementations")
  void fillsSeveralLanes(Argon2 argon2) {
    Argon2Parameters lanes = new Argon2Parameters(256, 3, 4);
    byte[] salt = new byte[Argon2Hash.SALT_BYTES];

    assertThat(argon2.digest(PASSWORD, salt, lanes))
        .isEqualTo(new JavaArgon2().digest(PASSWORD, salt, lanes));
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC, OS.WINDOWS})
  void isNativeOnTheUsualPlatforms() {
    assertThat(NativeArgon2.whereItRuns()).isInstanceOf(NativeArgon2.class);
  }

  @Test
  void isJavaWhereTheLibraryCannotBeLinked() {
    assertThat(
            NativeArgon2.whereItRuns(
                () -> {
                  throw new UnsatisfiedLinkError("no argon2 for this platform");
                }))
        .isInstanceOf(JavaArgon2.class);
  }

  @Test
  void refusesAHashOfAnotherKindWithoutRepeatingIt() {
    PasswordHash bcrypt = new PasswordHash("$2b$12$abcdefghijklmnopqrstuv");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Argon2Hash.of(bcrypt))
        .withMessage("the stored hash is none of Argon2id, version 1.3");
  }
}
