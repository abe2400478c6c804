package dev.quartermaster.application.events;

/** Has those woken who publish and handle events on this node. */
public interface WatchEvents {

  /**
   * Runs the action when there may be events to publish, and about once a second. It must be quick
   * and must not throw.
   */
  void onArrival(Runnable action);

  /** Runs the action when there may be events to handle. It must be quick and must not throw. */
  void onPublication(Runnable action);
}
