package dev.quartermaster.domain.events;

/**
 * Tells those on this node who publish events, and who read the log, that there is something for
 * them. A notice says no more than that, and may come without a reason; so whoever gets one looks.
 * Safe for use by many threads at once.
 */
public interface EventNotices {

  /**
   * Runs the action soon after this node committed events, and about once a second, in case a node
   * died before it could publish its own. The action must be quick and must not throw.
   */
  void onArrival(Runnable action);

  /**
   * Runs the action soon after any node published events. The action must be quick and must not
   * throw.
   */
  void onPublication(Runnable action);
}
