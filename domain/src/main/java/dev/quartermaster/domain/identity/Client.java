package dev.quartermaster.domain.identity;

import java.util.regex.Pattern;

/**
 * The program by which somebody signs in, as far as it shows itself. Nothing of it is proven; it
 * helps people to tell their sessions from others'.
 *
 * @param address its network address, such as {@code 203.0.113.7}; empty when it is not known
 * @param userAgent what it calls itself, cut after {@value #MAX_USER_AGENT_LENGTH} characters;
 *     empty when it does not say
 */
public record Client(String address, String userAgent) {
  public static final int MAX_USER_AGENT_LENGTH = 256;

  private static final Pattern CONTROL_CHARACTERS = Pattern.compile("\\p{Cntrl}+");

  public Client {
    userAgent = cut(CONTROL_CHARACTERS.matcher(userAgent).replaceAll(" ").strip());
  }

  private static String cut(String text) {
    return text.codePointCount(0, text.length()) <= MAX_USER_AGENT_LENGTH
        ? text
        : text.substring(0, text.offsetByCodePoints(0, MAX_USER_AGENT_LENGTH));
  }
}
