package dev.quartermaster.bootstrap;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * The settings as they were written, under their property names. An empty value counts as none.
 *
 * @param names the names of all that are set
 * @param lookup finds the value of a property in the environment, the system properties or the
 *     application's defaults
 */
record SettingValues(Iterable<String> names, Function<String, Optional<String>> lookup) {
  private static final int HIGHEST_PORT = 65_535;

  /** The environment variable that sets a property. */
  static String variable(String property) {
    return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
  }

  Optional<String> text(String property) {
    return lookup.apply(property).map(String::strip).filter(value -> !value.isEmpty());
  }

  /**
   * A TCP port; 0 asks for any free one.
   *
   * @throws CannotStartException if the value is none
   */
  int port(String property, int otherwise) {
    Optional<String> text = text(property);
    if (text.isEmpty()) {
      return otherwise;
    }
    if (text.get().matches("\\d{1,5}") && Integer.parseInt(text.get()) <= HIGHEST_PORT) {
      return Integer.parseInt(text.get());
    }
    throw malformed(property, text.get(), "must be a port from 0 to " + HIGHEST_PORT);
  }

  /** The refusal of a value, in the form that all settings share. */
  static CannotStartException malformed(String property, String value, String rule) {
    return new CannotStartException("%s is '%s' but %s".formatted(variable(property), value, rule));
  }
}
