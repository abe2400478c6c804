package dev.quartermaster.domain.webhooks;

/** Makes the secrets by which messages are signed. Safe for use by many threads at once. */
public interface SigningSecretGenerator {

  /** A new secret that nobody can guess; two are never the same. */
  SigningSecret generate();
}
