package dev.quartermaster.security.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SigningKeyTest {
  // Made by openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256, for this test alone.
  private static final String MADE_BY_OPENSSL =
      """
      -----BEGIN PRIVATE KEY-----
      MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgZS3CqUm5cjrydxhC
      E02C/nSXbA79pkg3j/asDegA9Z6hRANCAAQtzZyMhgUeu24zN8iBoBN4WlLSSIYQ
      bPrNIK6IIHFEHGSIPZnLuzzR6yVX3ycmg3Q0pN1kSGqe2SQU6iBqo8Wb
      -----END PRIVATE KEY-----
      """;

  @TempDir private Path folder;

  @Test
  void tellsThePublicKeyFromThePrivateOne() {
    KeyPair pair = KeyFiles.onCurve("secp256r1");

    SigningKey key = SigningKey.read(KeyFiles.write(folder, KeyFiles.pem(pair.getPrivate())));

    assertThat(key.privateKey()).isEqualTo(pair.getPrivate());
    assertThat(key.publicKey()).isEqualTo(pair.getPublic());
  }

  @Test
  void readsWhatOpensslMakes() {
    SigningKey key = SigningKey.read(KeyFiles.write(folder, MADE_BY_OPENSSL));

    assertThat(key.privateKey().getAlgorithm()).isEqualTo("EC");
  }

  @Test
  void readsKeysThatFollowEachOther() {
    KeyPair pair = KeyFiles.onCurve("secp256r1");
    Path file = KeyFiles.write(folder, KeyFiles.pem(pair.getPrivate()) + "\n" + MADE_BY_OPENSSL);

    assertThat(SigningKey.readAll(file))
        .extracting(SigningKey::privateKey)
        .hasSize(2)
        .startsWith((ECPrivateKey) pair.getPrivate());
  }

  @Test
  void refusesAMissingFile() {
    assertRefused(folder.resolve("missing.pem"), "cannot be read");
  }

  @Test
  void refusesATextWithoutKey() {
    assertRefused(KeyFiles.write(folder, ""), "BEGIN PRIVATE KEY");
    assertRefused(
        KeyFiles.write(folder, MADE_BY_OPENSSL.replace("PRIVATE", "EC PRIVATE")),
        "BEGIN PRIVATE KEY");
  }

  @Test
  void refusesADamagedKey() {
    assertRefused(
        KeyFiles.write(folder, MADE_BY_OPENSSL.replaceFirst("M", "N")), "elliptic-curve key");
    assertRefused(
        KeyFiles.write(folder, "-----BEGIN PRIVATE KEY-----\nA\n-----END PRIVATE KEY-----"),
        "elliptic-curve key");
  }

  @Test
  void refusesKeysOfOtherKinds() throws GeneralSecurityException {
    KeyPair rsa = KeyPairGenerator.getInstance("RSA").generateKeyPair();
    KeyPair otherCurve = KeyFiles.onCurve("secp384r1");

    assertRefused(KeyFiles.write(folder, KeyFiles.pem(rsa.getPrivate())), "elliptic-curve key");
    assertRefused(KeyFiles.write(folder, KeyFiles.pem(otherCurve.getPrivate())), "on P-256");
  }

  private static void assertRefused(Path file, String defect) {
    assertThatIllegalStateException()
        .isThrownBy(() -> SigningKey.read(file))
        .withMessageContainingAll("quartermaster.jwt.key", file.toString(), defect)
        .withMessageNotContaining("\n");
  }
}
