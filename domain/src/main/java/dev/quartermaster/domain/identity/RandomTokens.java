package dev.quartermaster.domain.identity;

/** Makes tokens that cannot be guessed. Safe for use by many threads at once. */
public interface RandomTokens {

  /** A token with 256 random bits, in characters that a link can carry as they are. */
  OneTimeToken next();
}
