package dev.quartermaster.application.identity;

/** Publishes the keys by which others can check our access tokens. */
public interface GetPublicKeys {

  /** The keys as a JSON Web Key Set (RFC 7517). */
  String get();
}
