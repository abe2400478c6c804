package dev.quartermaster.security.identity;

import dev.quartermaster.domain.identity.BrowserTokens;
import dev.quartermaster.domain.identity.SessionId;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * Cookies that carry the session's id in the open and an HMAC-SHA256 over it, and tokens against
 * forged requests that are such an HMAC alone, under a secret of their own; all in base64url.
 */
@Singleton
final class HmacBrowserTokens implements BrowserTokens {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int ID_BYTES = 2 * Long.BYTES;
  private static final int COOKIE_BYTES = ID_BYTES + 32;
  private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

  private final List<SecretKey> cookieSecrets;
  private final List<SecretKey> csrfSecrets;

  HmacBrowserTokens(SigningKeys keys) {
    this.cookieSecrets = keys.each(key -> key.deriveSecret("quartermaster session cookie v1"));
    this.csrfSecrets = keys.each(key -> key.deriveSecret("quartermaster csrf token v1"));
  }

  @Override
  public String cookieOf(SessionId session) {
    return cookieOf(session, cookieSecrets.getFirst());
  }

  private static String cookieOf(SessionId session, SecretKey secret) {
    byte[] id = bytes(session);
    return TEXT.encodeToString(
        ByteBuffer.allocate(COOKIE_BYTES).put(id).put(tagOf(id, secret)).array());
  }

  @Override
  public Optional<SessionId> read(String cookie) {
    // The whole text is compared, not just the tag, so that one text alone is the session's.
    return claimed(cookie)
        .filter(
            session ->
                cookieSecrets.stream()
                    .anyMatch(secret -> isEqual(cookieOf(session, secret), cookie)));
  }

  private static Optional<SessionId> claimed(String cookie) {
    ByteBuffer bytes;
    try {
      bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cookie));
    } catch (IllegalArgumentException notOurs) {
      return Optional.empty();
    }
    return bytes.remaining() == COOKIE_BYTES
        ? Optional.of(new SessionId(new UUID(bytes.getLong(), bytes.getLong())))
        : Optional.empty();
  }

  @Override
  public String csrfTokenOf(SessionId session) {
    return csrfTokenOf(session, csrfSecrets.getFirst());
  }

  private static String csrfTokenOf(SessionId session, SecretKey secret) {
    return TEXT.encodeToString(tagOf(bytes(session), secret));
  }

  @Override
  public boolean isCsrfTokenOf(SessionId session, String token) {
    return csrfSecrets.stream().anyMatch(secret -> isEqual(csrfTokenOf(session, secret), token));
  }

  private static byte[] bytes(SessionId session) {
    return ByteBuffer.allocate(ID_BYTES)
        .putLong(session.value().getMostSignificantBits())
        .putLong(session.value().getLeastSignificantBits())
        .array();
  }

  private static byte[] tagOf(byte[] id, SecretKey secret) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(secret);
      return mac.doFinal(id);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java lacks " + ALGORITHM, e);
    }
  }

  private static boolean isEqual(String expected, String actual) {
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8), actual.getBytes(StandardCharsets.UTF_8));
  }
}
