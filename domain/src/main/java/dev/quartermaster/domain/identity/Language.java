package dev.quartermaster.domain.identity;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** In which languages people are written to. */
public enum Language {
  ENGLISH(Locale.ENGLISH),
  GERMAN(Locale.GERMAN);

  private final Locale locale;

  Language(Locale locale) {
    this.locale = locale;
  }

  /** How numbers and dates are written in it. */
  public Locale locale() {
    return locale;
  }

  /** The name that clients know, such as {@code en}. */
  public String code() {
    return locale.toLanguageTag();
  }

  /** The language of that code, if there is one. */
  public static Optional<Language> ofCode(String code) {
    return Stream.of(values()).filter(language -> language.code().equals(code)).findFirst();
  }

  /**
   * The first of the wanted languages that we know; English if we know none.
   *
   * @param wanted the most wanted first
   */
  public static Language bestOf(List<Locale> wanted) {
    return wanted.stream()
        .flatMap(locale -> ofCode(locale.getLanguage()).stream())
        .findFirst()
        .orElse(ENGLISH);
  }
}
