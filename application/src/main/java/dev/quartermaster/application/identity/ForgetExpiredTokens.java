package dev.quartermaster.application.identity;

/** Forgets one-time tokens that nobody can use any more. */
public interface ForgetExpiredTokens {

  /** Forgets a batch of tokens whose time is over. */
  Result forget(Command command);

  /**
   * @param limit how many at the most, so that no transaction grows long
   */
  record Command(int limit) {}

  /**
   * @param forgotten how many were forgotten
   */
  record Result(int forgotten) {}
}
