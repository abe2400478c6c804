package dev.quartermaster.domain.shared;

import java.util.Locale;

/** What is limited by number and time. */
public enum RatePolicy {
  /** All requests of a client. */
  API,
  /** Failed log-ins for an account from an address. */
  LOGIN,
  /** New accounts from an address. */
  SIGNUP,
  /** Mails with one-time tokens to an account, or asked for by an address. */
  MAIL;

  /** The name that clients and settings know, such as {@code api}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
