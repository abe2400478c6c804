package dev.quartermaster.domain.identity;

import java.util.Optional;

/**
 * What an issuer says of somebody who has shown it who they are.
 *
 * @param identity by what the issuer knows the person
 * @param name how the person is called there; fit for an account
 * @param verifiedEmail the person's address, if the issuer says that it is verified
 */
public record ExternalPerson(
    ExternalIdentity identity, String name, Optional<EmailAddress> verifiedEmail) {
  public ExternalPerson {
    User.checkName(name);
  }
}
