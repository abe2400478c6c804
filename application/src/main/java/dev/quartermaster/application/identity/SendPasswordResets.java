package dev.quartermaster.application.identity;

/** Answers requests for other passwords by mails. */
public interface SendPasswordResets {

  /** Looks into a batch of requests, and mails a token for each that has an account. */
  Result send(Command command);

  /**
   * @param limit how many at the most, so that no transaction grows long
   */
  record Command(int limit) {}

  /**
   * @param handled how many requests were looked into
   */
  record Result(int handled) {}
}
