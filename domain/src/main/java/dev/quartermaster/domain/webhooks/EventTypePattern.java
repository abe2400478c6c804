package dev.quartermaster.domain.webhooks;

import java.util.regex.Pattern;

/**
 * Which types of events are wanted: one such as {@code order.placed}, all of a thing such as {@code
 * order.*}, or all there are, {@code *}.
 *
 * @param value the pattern, at most {@value #MAX_LENGTH} characters
 */
public record EventTypePattern(String value) {
  public static final int MAX_LENGTH = 100;

  private static final String ALL = "*";
  private static final Pattern FORM =
      Pattern.compile("\\*|[a-z][a-z0-9_-]*\\.(\\*|[a-z][a-z0-9_-]*)");

  public EventTypePattern {
    if (!isPattern(value)) {
      throw new IllegalArgumentException("no pattern of event types: " + value);
    }
  }

  /** Whether the text is a pattern. */
  public static boolean isPattern(String text) {
    return text.length() <= MAX_LENGTH && FORM.matcher(text).matches();
  }

  /** Whether an event of that type is wanted. */
  public boolean matches(String type) {
    return value.equals(ALL)
        || value.equals(type)
        || (value.endsWith(ALL) && type.startsWith(value.substring(0, value.length() - 1)));
  }

  @Override
  public String toString() {
    return value;
  }
}
