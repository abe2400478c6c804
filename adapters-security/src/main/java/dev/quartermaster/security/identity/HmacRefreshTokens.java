package dev.quartermaster.security.identity;

import dev.quartermaster.domain.identity.RefreshTokens;
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
 * Refresh tokens that carry their claim in the open and an HMAC over it: 16 bytes of the session's
 * id, 4 bytes of the generation and 32 bytes of HMAC-SHA256, in base64url.
 */
@Singleton
final class HmacRefreshTokens implements RefreshTokens {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int CLAIM_BYTES = 2 * Long.BYTES + Integer.BYTES;
  private static final int TOKEN_BYTES = CLAIM_BYTES + 32;

  private final List<SecretKey> secrets;

  HmacRefreshTokens(SigningKeys keys) {
    this.secrets = keys.each(key -> key.deriveSecret("quartermaster refresh token v1"));
  }

  @Override
  public String tokenOf(Claim claim) {
    return tokenOf(claim, secrets.getFirst());
  }

  private static String tokenOf(Claim claim, SecretKey secret) {
    ByteBuffer token =
        ByteBuffer.allocate(TOKEN_BYTES)
            .putLong(claim.session().value().getMostSignificantBits())
            .putLong(claim.session().value().getLeastSignificantBits())
            .putInt(claim.generation());
    token.put(tagOf(token.array(), secret));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(token.array());
  }

  @Override
  public Optional<Claim> read(String token) {
    // The whole text is compared, not just the tag, as several texts decode to the same bytes.
    return claimed(token)
        .filter(
            claim -> secrets.stream().anyMatch(secret -> isEqual(tokenOf(claim, secret), token)));
  }

  private static Optional<Claim> claimed(String token) {
    ByteBuffer bytes;
    try {
      bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(token));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    if (bytes.remaining() != TOKEN_BYTES) {
      return Optional.empty();
    }
    UUID session = new UUID(bytes.getLong(), bytes.getLong());
    return Optional.of(new Claim(new SessionId(session), bytes.getInt()));
  }

  private static byte[] tagOf(byte[] token, SecretKey secret) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(secret);
      mac.update(token, 0, CLAIM_BYTES);
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java lacks " + ALGORITHM, e);
    }
  }

  private static boolean isEqual(String expected, String actual) {
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8), actual.getBytes(StandardCharsets.UTF_8));
  }
}
