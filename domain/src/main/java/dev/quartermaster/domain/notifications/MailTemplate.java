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
  WEBHOOK_GIVEN_UP(Set.of(MailTemplate.TIME, MailTemplate.WEBHOOK)),
  /** Tells the customer that an order is paid. */
  ORDER_CONFIRMED(Set.of(MailTemplate.NUMBER, MailTemplate.AMOUNT, MailTemplate.CURRENCY)),
  /** Tells the customer that an order is on its way, and how to follow it. */
  ORDER_SHIPPED(Set.of(MailTemplate.NUMBER, MailTemplate.CARRIER, MailTemplate.TRACKING)),
  /** Tells the customer that an order was paid back. */
  ORDER_REFUNDED(Set.of(MailTemplate.NUMBER, MailTemplate.AMOUNT, MailTemplate.CURRENCY));

  /** The parameter that holds a one-time token. */
  public static final String TOKEN = "token";

  /** The parameter that says when something happened, as ISO 8601 has it. */
  public static final String TIME = "time";

  /** The parameter that identifies a webhook. */
  public static final String WEBHOOK = "webhook";

  /** The parameter that names an order to people. */
  public static final String NUMBER = "number";

  /** The parameter that holds an amount of money, in the minor units of its currency. */
  public static final String AMOUNT = "amount";

  /** The parameter that holds the currency of an amount, by its ISO 4217 code. */
  public static final String CURRENCY = "currency";

  /** The parameter that tells who carries a parcel. */
  public static final String CARRIER = "carrier";

  /** The parameter by which the carrier tells where a parcel is. */
  public static final String TRACKING = "tracking";

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
