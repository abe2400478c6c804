package dev.quartermaster.oidc.identity;

import dev.quartermaster.domain.identity.EmailAddress;
import dev.quartermaster.domain.identity.ExternalIdentity;
import dev.quartermaster.domain.identity.ExternalPerson;
import dev.quartermaster.domain.identity.User;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the standard claims (OpenID Connect Core, 5.1) say of a person.
 *
 * @param claims the claims, whose source has been verified
 */
record PersonClaims(Map<String, Object> claims) {
  private static final String EMAIL = "email";
  private static final String NOBODYS_NAME = "Customer";

  PersonClaims {
    claims = Map.copyOf(claims);
  }

  boolean nameAnAddress() {
    return claims.containsKey(EMAIL);
  }

  ExternalPerson of(ExternalIdentity identity) {
    return new ExternalPerson(identity, name(), verifiedEmail());
  }

  /** Some providers write the flag as a text. */
  private Optional<EmailAddress> verifiedEmail() {
    return "true".equals(String.valueOf(claims.get("email_verified")))
        ? text(EMAIL).flatMap(EmailAddress::parse)
        : Optional.empty();
  }

  private String name() {
    return Stream.of(
            text("name"),
            text("preferred_username"),
            text(EMAIL).map(email -> email.replaceFirst("@.*", "")))
        .flatMap(Optional::stream)
        .map(PersonClaims::fitForAnAccount)
        .filter(name -> !name.isEmpty())
        .findFirst()
        .orElse(NOBODYS_NAME);
  }

  private Optional<String> text(String claim) {
    return claims.get(claim) instanceof String text ? Optional.of(text) : Optional.empty();
  }

  /** Without control characters, and cut where no character is broken in two. */
  private static String fitForAnAccount(String name) {
    String clean = name.replaceAll("\\p{Cntrl}", " ").strip();
    if (clean.length() <= User.MAX_NAME_LENGTH) {
      return clean;
    }
    int end =
        Character.isHighSurrogate(clean.charAt(User.MAX_NAME_LENGTH - 1))
            ? User.MAX_NAME_LENGTH - 1
            : User.MAX_NAME_LENGTH;
    return clean.substring(0, end).strip();
  }
}
