package dev.quartermaster.domain.identity;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * What an authenticator app shares with the server. It never shows in a log.
 *
 * @param base32 the secret's bytes in base32 (RFC 4648), which a person can type
 */
public record TotpSecret(String base32) {
  private static final String ISSUER = "Quartermaster";

  /** What an app reads from a QR code, naming the account by its address. */
  public URI keyUri(EmailAddress account) {
    return URI.create(
        "otpauth://totp/"
            + ISSUER
            + ":"
            + URLEncoder.encode(account.value(), StandardCharsets.UTF_8).replace("+", "%20")
            + "?secret="
            + base32
            + "&issuer="
            + ISSUER
            + "&algorithm=SHA1&digits="
            + OneTimeCodes.DIGITS
            + "&period="
            + OneTimeCodes.STEP.toSeconds());
  }

  @Override
  public String toString() {
    return "TotpSecret[***]";
  }
}
