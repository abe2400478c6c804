package dev.quartermaster.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeyFileTest {
  @TempDir private Path folder;

  @Test
  void createsAKeyOnceThatOnlyItsOwnerReads() throws IOException {
    Path file = folder.resolve("jwt-key.pem");

    Path created = SigningKeyFile.createUnlessExists(file);
    String key = Files.readString(file);
    SigningKeyFile.createUnlessExists(file);

    assertThat(created).isAbsolute();
    assertThat(Files.readString(file)).isEqualTo(key);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void refusesAFileThatIsNotThere() {
    assertThatThrownBy(
            () -> SigningKeyFile.requireUsable(OwnSetting.JWT_KEY, folder.resolve("none.pem")))
        .isInstanceOf(CannotStartException.class)
        .hasMessageContaining("QUARTERMASTER_JWT_KEY")
        .hasMessageContaining("none.pem");
  }

  @Test
  void refusesAKeyOnAnotherCurve() throws IOException, GeneralSecurityException {
    assertRefused(pem("EC", "secp384r1"));
  }

  @Test
  void refusesWhatIsNoKey() throws IOException {
    assertRefused("hello");
    assertRefused("-----BEGIN PRIVATE KEY-----\nhello\n-----END PRIVATE KEY-----\n");
    assertRefused("-----BEGIN EC PRIVATE KEY-----\nAAAA\n-----END EC PRIVATE KEY-----\n");
  }

  private void assertRefused(String content) throws IOException {
    Path file = Files.writeString(folder.resolve("refused.pem"), content);
    assertThatThrownBy(() -> SigningKeyFile.requireUsable(OwnSetting.JWT_KEY, file))
        .isInstanceOf(CannotStartException.class)
        .hasMessageContaining("P-256");
  }

  private static String pem(String algorithm, String curve) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
    generator.initialize(new ECGenParameterSpec(curve));
    byte[] encoded = generator.generateKeyPair().getPrivate().getEncoded();
    return "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n"
        .formatted(Base64.getMimeEncoder().encodeToString(encoded));
  }
}
