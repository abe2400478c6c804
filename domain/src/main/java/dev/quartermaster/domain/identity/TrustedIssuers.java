package dev.quartermaster.domain.identity;

import java.util.Set;

/**
 * The issuers whose access tokens are accepted as if they were ours. Safe for use by many threads
 * at once. A wait for an issuer is bounded, so nothing here is to be called while a transaction is
 * open.
 */
public interface TrustedIssuers {

  /** The issuers, as their tokens name them. */
  Set<String> issuers();

  /**
   * What a token says, once it is sure that one of the issuers wrote it for us and it has not
   * expired.
   *
   * @throws dev.quartermaster.domain.shared.Unauthenticated when it is not
   * @throws dev.quartermaster.domain.shared.Unavailable when the issuer, whose keys are needed,
   *     does not answer
   */
  ForeignToken verify(String token);

  /**
   * What an issuer's access token says.
   *
   * @param person who bears it
   * @param roles the roles of ours that it gives the bearer
   */
  record ForeignToken(ExternalPerson person, Set<Role> roles) {
    public ForeignToken {
      roles = Set.copyOf(roles);
    }
  }
}
