package dev.quartermaster.bootstrap;

import dev.quartermaster.bootstrap.embedded.PrivateFiles;
import dev.quartermaster.security.identity.SigningKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;

/** The file of the private key that signs tokens: EC P-256, in PEM of PKCS #8. */
final class SigningKeyFile {
  private static final String CURVE = "secp256r1";
  private static final int LINE_LENGTH = 64;

  private SigningKeyFile() {}

  /**
   * Makes sure that the file holds keys which can sign tokens.
   *
   * @param setting names the file
   * @return the file's absolute path
   * @throws CannotStartException if it does not
   */
  static Path requireUsable(OwnSetting setting, Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    try {
      var _ = SigningKey.readAll(absolute);
      return absolute;
    } catch (IllegalStateException unusable) {
      throw new CannotStartException(
          "%s is unusable: %s".formatted(setting.variable(), OneLine.of(unusable)), unusable);
    }
  }

  /**
   * The key in a file, which is created with a new key unless it exists.
   *
   * @return the file's absolute path
   */
  static Path createUnlessExists(Path file) {
    if (!Files.exists(file)) {
      try {
        PrivateFiles.write(file, newKey());
      } catch (IOException notWritable) {
        throw new CannotStartException(
            "the key file %s can't be written (%s)".formatted(file, OneLine.of(notWritable)),
            notWritable);
      }
    }
    return requireUsable(OwnSetting.JWT_KEY, file);
  }

  private static String newKey() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec(CURVE));
      byte[] encoded = generator.generateKeyPair().getPrivate().getEncoded();
      return "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n"
          .formatted(
              Base64.getMimeEncoder(LINE_LENGTH, "\n".getBytes(StandardCharsets.US_ASCII))
                  .encodeToString(encoded));
    } catch (GeneralSecurityException everyJdkHasTheCurve) {
      throw new AssertionError(everyJdkHasTheCurve);
    }
  }
}
