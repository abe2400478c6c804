package dev.quartermaster.application.identity;

/** Forgets failed log-ins that count no more. */
public interface ForgetFailedLogIns {

  /** Forgets a batch of accounts and addresses that had no failure for a day. */
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
