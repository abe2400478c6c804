package dev.quartermaster.bootstrap;

import dev.quartermaster.bootstrap.embedded.PrivateFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The file of the private key that signs tokens: EC P-256, in PEM of PKCS #8. */
final class SigningKeyFile {
  private static final String CURVE = "secp256r1";
  private static final Pattern PKCS8 =
      Pattern.compile("-----BEGIN PRIVATE KEY-----(.*?)-----END PRIVATE KEY-----", Pattern.DOTALL);
  private static final int LINE_LENGTH = 64;

  private SigningKeyFile() {}

  /**
   * Makes sure that the file holds a key which can sign tokens.
   *
   * @return the file's absolute path
   * @throws CannotStartException if it does not
   */
  static Path requireUsable(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    try {
      if (!isP256(Files.readString(absolute, StandardCharsets.ISO_8859_1))) {
        throw malformed(absolute);
      }
      return absolute;
    } catch (IOException unreadable) {
      throw new CannotStartException(
          "%s names %s, which can't be read (%s)"
              .formatted(
                  OwnSetting.JWT_KEY.variable(), absolute, unreadable.getClass().getSimpleName()),
          unreadable);
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
    return requireUsable(file);
  }

  private static CannotStartException malformed(Path file) {
    return new CannotStartException(
        "%s names %s, which holds no unencrypted PKCS #8 private key on curve P-256; make one with: openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256"
            .formatted(OwnSetting.JWT_KEY.variable(), file));
  }

  private static boolean isP256(String pem) {
    Matcher block = PKCS8.matcher(pem);
    if (!block.find()) {
      return false;
    }
    try {
      byte[] encoded = Base64.getMimeDecoder().decode(block.group(1));
      return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(encoded))
              instanceof ECPrivateKey key
          && key.getParams().getCurve().equals(p256().getCurve())
          && key.getParams().getGenerator().equals(p256().getGenerator());
    } catch (GeneralSecurityException | IllegalArgumentException notAKey) {
      return false;
    }
  }

  private static ECParameterSpec p256() throws GeneralSecurityException {
    AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
    parameters.init(new ECGenParameterSpec(CURVE));
    return parameters.getParameterSpec(ECParameterSpec.class);
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
