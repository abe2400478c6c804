package dev.quartermaster.cache.shared;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How often something may be done.
 *
 * @param count so many times
 * @param window in so long
 */
record RateLimit(long count, Duration window) {
  private static final String OFF = "off";
  private static final Pattern FORM = Pattern.compile("([1-9]\\d{0,8})/([1-9]\\d{0,5})([smhd])");

  /**
   * Reads a setting such as {@code 100/15m}.
   *
   * @return the limit; empty for {@code off}
   */
  static Optional<RateLimit> parse(String setting) {
    if (setting.equals(OFF)) {
      return Optional.empty();
    }
    Matcher matcher = FORM.matcher(setting);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("not a rate limit: " + setting);
    }
    return Optional.of(
        new RateLimit(
            Long.parseLong(matcher.group(1)),
            Duration.of(Long.parseLong(matcher.group(2)), unit(matcher.group(3)))));
  }

  private static ChronoUnit unit(String letter) {
    return switch (letter) {
      case "s" -> ChronoUnit.SECONDS;
      case "m" -> ChronoUnit.MINUTES;
      case "h" -> ChronoUnit.HOURS;
      default -> ChronoUnit.DAYS;
    };
  }
}
