package dev.quartermaster.security.identity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.List;

/** Makes key files. */
public final class KeyFiles {
  private KeyFiles() {}

  public static SigningKey anyKey(Path folder) {
    return SigningKey.read(write(folder, pem(onCurve("secp256r1").getPrivate())));
  }

  /** A new key that has had no other before it. */
  static SigningKeys anyKeys(Path folder) {
    return new SigningKeys(anyKey(folder), List.of());
  }

  static KeyPair onCurve(String curve) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec(curve));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  static String pem(PrivateKey key) {
    return "-----BEGIN PRIVATE KEY-----\n"
        + Base64.getMimeEncoder().encodeToString(key.getEncoded())
        + "\n-----END PRIVATE KEY-----\n";
  }

  static Path write(Path folder, String content) {
    try {
      return Files.writeString(Files.createTempFile(folder, "key", ".pem"), content);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
