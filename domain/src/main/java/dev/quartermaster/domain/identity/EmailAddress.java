package dev.quartermaster.domain.identity;

import dev.quartermaster.domain.shared.InvalidInput;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An email address in lower case, so that one person does not become two by a capital letter.
 *
 * @param value at most 254 characters (RFC 5321), one {@code @}, no white space
 */
public record EmailAddress(String value) {
  private static final int MAX_LENGTH = 254;
  private static final Pattern FORM =
      Pattern.compile(
          "[^\\s\\p{Cntrl}@,;<>\"]{1,64}@[\\p{L}\\p{N}]([\\p{L}\\p{N}.-]*[\\p{L}\\p{N}])?");

  public EmailAddress {
    check(value);
    value = normalized(value);
  }

  /**
   * Checks whether the text holds an address.
   *
   * @throws InvalidInput naming the field {@code email} when it holds none
   */
  public static void check(String text) {
    if (!isAddress(normalized(text))) {
      throw InvalidInput.of("email", "must be an email address such as ada@example.com");
    }
  }

  /** The address that the text holds, if it holds one. */
  public static Optional<EmailAddress> parse(String text) {
    return isAddress(normalized(text)) ? Optional.of(new EmailAddress(text)) : Optional.empty();
  }

  private static String normalized(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }

  private static boolean isAddress(String text) {
    return text.length() <= MAX_LENGTH && FORM.matcher(text).matches();
  }

  @Override
  public String toString() {
    return value;
  }
}
