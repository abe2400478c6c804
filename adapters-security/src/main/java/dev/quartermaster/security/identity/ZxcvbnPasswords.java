package dev.quartermaster.security.identity;

import static java.util.stream.Collectors.toUnmodifiableSet;

import com.nulabinc.zxcvbn.StandardDictionaries;
import dev.quartermaster.domain.identity.CommonPasswords;
import dev.quartermaster.domain.identity.RawPassword;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Set;

/** The list of common passwords that comes with zxcvbn. */
@Singleton
final class ZxcvbnPasswords implements CommonPasswords {
  private final Set<String> passwords;

  ZxcvbnPasswords() {
    try {
      this.passwords =
          StandardDictionaries.PASSWORDS_LOADER.load().getFrequencies().stream()
              .map(ZxcvbnPasswords::lowerCased)
              .collect(toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public boolean contains(RawPassword password) {
    return passwords.contains(lowerCased(password.value()));
  }

  private static String lowerCased(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
