package dev.quartermaster.domain.shared;

/**
 * The kinds of refusal a caller can meet. Every entrance (HTTP, GraphQL, gRPC) maps these, and only
 * these, to its own status codes.
 */
public enum ErrorKind {
  /** The input breaks a rule that the caller can read off the error and mend. */
  INVALID_INPUT,
  /** Nobody is signed in, or the proof of identity does not hold. */
  UNAUTHENTICATED,
  /** The caller is known but lacks the permission. */
  FORBIDDEN,
  /** There is no such thing, or the caller must not learn that there is. */
  NOT_FOUND,
  /** The state of the thing forbids the request. */
  CONFLICT,
  /** The caller's copy is older than the stored one. */
  STALE_VERSION,
  /**
   * The request is well-formed but contradicts an earlier one, such as a reused idempotency key.
   */
  UNPROCESSABLE,
  /** The thing is closed to everyone for a while, such as an account that somebody guesses at. */
  LOCKED,
  /** The caller has done this too often for now. */
  RATE_LIMITED,
  /** A neighbour (database, cache, gateway) does not answer; trying again later may help. */
  UNAVAILABLE
}
