package dev.quartermaster.application.identity;

import dev.quartermaster.domain.shared.Actor;

/** Tells who acts by an access token of a trusted issuer. */
public interface AuthenticateForeignToken {

  /**
   * Verifies the token and finds the bearer's account, or opens one as at a first sign-in. What the
   * bearer may do is up to the roles that the token gives, and not to those of the account: the
   * issuer may have made the token for less, or have taken a role away.
   *
   * @throws dev.quartermaster.domain.shared.Unauthenticated when no trusted issuer wrote the token
   *     for us, or it has expired
   * @throws dev.quartermaster.domain.identity.ExternalEmailUnverified when the bearer has no
   *     account yet and the issuer does not vouch for an address
   * @throws dev.quartermaster.domain.identity.AccountEmailUnverified when an account has the
   *     address and nobody has shown that it is theirs
   * @throws dev.quartermaster.domain.shared.Unavailable when the issuer, whose keys are needed,
   *     does not answer
   */
  Actor.SignedIn authenticate(Query query);

  /**
   * @param token the access token
   */
  record Query(String token) {
    @Override
    public String toString() {
      return "Query[***]";
    }
  }
}
