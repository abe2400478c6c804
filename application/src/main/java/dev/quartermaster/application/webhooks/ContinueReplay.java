package dev.quartermaster.application.webhooks;

/** Does a step of a replay. */
public interface ContinueReplay {

  /**
   * Queues the next events of the replay that has waited longest, in one transaction with the note
   * of how far it has come. A replay whose webhook is disabled meanwhile ends.
   */
  Result step(Command command);

  /**
   * @param limit how many events it looks at, at the most
   */
  record Command(int limit) {}

  /**
   * @param examined how many events it has looked at; fewer than the limit when the replay is done
   *     or there is none
   */
  record Result(int examined) {}
}
