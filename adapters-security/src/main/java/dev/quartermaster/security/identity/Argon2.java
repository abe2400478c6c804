package dev.quartermaster.security.identity;

/**
 * The hash function Argon2id, version 1.3 (RFC 9106). Implementations may be used by several
 * threads at once.
 */
interface Argon2 {
  /** The digest, of {@link Argon2Hash#DIGEST_BYTES}, of a password with a salt. */
  byte[] digest(byte[] password, byte[] salt, Argon2Parameters parameters);
}
