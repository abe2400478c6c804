package dev.quartermaster.domain.webhooks;

import java.util.Base64;

/**
 * What a receiver and we share, so that it can tell that a message is ours. It never shows in a
 * log.
 *
 * @param value {@code whsec_} and the base64 of {@value #MIN_BYTES} to {@value #MAX_BYTES} bytes,
 *     as <a href="https://www.standardwebhooks.com">Standard Webhooks</a> has it
 */
public record SigningSecret(String value) {
  public static final int MIN_BYTES = 24;
  public static final int MAX_BYTES = 64;

  private static final String PREFIX = "whsec_";

  public SigningSecret {
    if (!value.startsWith(PREFIX)) {
      throw new IllegalArgumentException("a signing secret begins with " + PREFIX);
    }
    int length = Base64.getDecoder().decode(value.substring(PREFIX.length())).length;
    if (length < MIN_BYTES || length > MAX_BYTES) {
      throw new IllegalArgumentException("a signing secret has 24 to 64 bytes, not " + length);
    }
  }

  /** The secret that those bytes are. */
  public static SigningSecret of(byte[] bytes) {
    return new SigningSecret(PREFIX + Base64.getEncoder().encodeToString(bytes));
  }

  @Override
  public String toString() {
    return "SigningSecret[***]";
  }
}
