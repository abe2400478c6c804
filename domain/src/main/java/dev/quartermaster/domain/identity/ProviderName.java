package dev.quartermaster.domain.identity;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names a provider of identities, in addresses and in settings.
 *
 * @param value lower-case letters, digits and single underscores, at most 40, such as {@code
 *     keycloak}
 */
public record ProviderName(String value) implements Comparable<ProviderName> {
  private static final int MAX_LENGTH = 40;
  private static final Pattern FORM = Pattern.compile("[a-z0-9]+(_[a-z0-9]+)*");

  public ProviderName {
    if (!isName(value)) {
      throw new IllegalArgumentException("no provider can be called '" + value + "'");
    }
  }

  /** The name that the text holds, if it holds one. */
  public static Optional<ProviderName> parse(String text) {
    return isName(text) ? Optional.of(new ProviderName(text)) : Optional.empty();
  }

  private static boolean isName(String text) {
    return text.length() <= MAX_LENGTH && FORM.matcher(text).matches();
  }

  @Override
  public int compareTo(ProviderName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
