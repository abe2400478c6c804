package dev.quartermaster.domain.notifications;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The kinds of mail. None quotes what a user has written, such as a name: mails go to addresses
 * that nobody has verified yet, and must not carry a stranger's words there.
 */
public enum MailTemplate {
  /** Greets somebody who has signed up. */
  WELCOME(Set.of(MailTemplate.TOKEN)),
  /** Asks whether an address is the account owner's. */
  VERIFY_EMAIL(Set.of(MailTemplate.TOKEN)),
  /** Lets the account's owner choose another password. */
  RESET_PASSWORD(Set.of(MailTemplate.TOKEN)),
  /** Warns the account's owner of a stolen refresh token. */
  TOKEN_REUSE(Set.of(MailTemplate.TIME)),
  /** Tells the account's owner of another password. */
  PASSWORD_CHANGED(Set.of(MailTemplate.TIME)),
  /** Tells a webhook's owner that it was given up. */
  WEBHOOK_GIVEN_UP(Set.of(MailTemplate.TIME, MailTemplate.WEBHOOK));

  /** The parameter that holds a one-time token. */
  public static final String TOKEN = "token";

  /** The parameter that says when something happened, as ISO 8601 has it. */
  public static final String TIME = "time";

  /** The parameter that identifies a webhook. */
  public static final String WEBHOOK = "webhook";

  private final Set<String> parameters;

  MailTemplate(Set<String> parameters) {
    this.parameters = Set.copyOf(parameters);
  }

  /** The names of what a mail of this kind is filled with. */
  public Set<String> parameters() {
    return parameters;
  }

  /** The name by which the template is stored and found, such as {@code reset-password}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The template of that code, if there is one. */
  public static Optional<MailTemplate> ofCode(String code) {
    return Stream.of(values()).filter(template -> template.code().equals(code)).findFirst();
  }
}
