package dev.quartermaster.domain.identity;

/** The public keys by which anyone can check the {@link AccessTokens}. */
public interface PublicKeys {

  /** The keys as a JSON Web Key Set (RFC 7517), each under the id that the tokens name. */
  String asJwkSet();
}
