package dev.quartermaster.security.identity;

import dev.quartermaster.domain.identity.ApiKeyHash;
import dev.quartermaster.domain.identity.ApiKeySecrets;
import dev.quartermaster.domain.identity.RawApiKey;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * Keys such as {@code qm_4fT0s9LmXa_…}: a mark by which scanners find them, 10 characters to know a
 * key by, 43 characters that hold 256 random bits, and 6 of a checksum, by which scanners tell keys
 * from noise and a mistyped one is refused without a look into the database. All of them letters
 * and digits, so that a double click selects the whole.
 */
@Singleton
final class RandomApiKeys implements ApiKeySecrets {
  private static final String MARK = "qm_";
  private static final String DIGITS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final int PREFIX_DIGITS = 10;

  /** As few as hold 256 bits: 62^43 > 2^256. */
  private static final int SECRET_DIGITS = 43;

  private static final int CHECKSUM_DIGITS = 6;
  private static final Pattern FORM =
      Pattern.compile(
          "((qm_[0-9A-Za-z]{%d})_[0-9A-Za-z]{%d})([0-9A-Za-z]{%d})"
              .formatted(PREFIX_DIGITS, SECRET_DIGITS, CHECKSUM_DIGITS));

  private final SecureRandom random = new SecureRandom();

  @Override
  public RawApiKey generate() {
    String unchecked = MARK + randomDigits(PREFIX_DIGITS) + "_" + randomDigits(SECRET_DIGITS);
    return new RawApiKey(unchecked + checksum(unchecked));
  }

  @Override
  public Optional<Reading> read(RawApiKey key) {
    Matcher parts = FORM.matcher(key.value());
    return parts.matches() && checksum(parts.group(1)).equals(parts.group(3))
        ? Optional.of(new Reading(parts.group(2), hash(key)))
        : Optional.empty();
  }

  private String randomDigits(int count) {
    StringBuilder digits = new StringBuilder(count);
    for (int digit = 0; digit < count; digit++) {
      digits.append(DIGITS.charAt(random.nextInt(DIGITS.length())));
    }
    return digits.toString();
  }

  private static String checksum(String text) {
    CRC32 crc = new CRC32();
    crc.update(text.getBytes(StandardCharsets.US_ASCII));
    long rest = crc.getValue();
    StringBuilder digits = new StringBuilder(CHECKSUM_DIGITS);
    for (int digit = 0; digit < CHECKSUM_DIGITS; digit++) {
      digits.append(DIGITS.charAt((int) (rest % DIGITS.length())));
      rest /= DIGITS.length();
    }
    return digits.toString();
  }

  private static ApiKeyHash hash(RawApiKey key) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return new ApiKeyHash(
          HexFormat.of().formatHex(sha256.digest(key.value().getBytes(StandardCharsets.US_ASCII))));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("this Java lacks SHA-256", impossible);
    }
  }
}
