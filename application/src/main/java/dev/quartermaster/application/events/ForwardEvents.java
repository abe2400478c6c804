package dev.quartermaster.application.events;

/** Carries the log on to where others read it. */
public interface ForwardEvents {
  /** Under which its place in the log is stored. */
  String SUBSCRIBER = "event-sink";

  /**
   * Carries a batch of events on. Any number of nodes may call it at once: one does it, and the
   * others nothing.
   *
   * @return how many events were carried on; 0 when there is nothing to do, or nobody wants events
   * @throws dev.quartermaster.domain.shared.Unavailable when they were not taken in time
   */
  int forward(Command command);

  /**
   * @param limit how many at the most
   */
  record Command(int limit) {}
}
