package dev.quartermaster.application.events;

/** Lets a subscriber go past an event that it cannot handle. */
public interface ParkEvent {

  /**
   * Notes the next event of the subscriber as one that it cannot handle, and moves its place behind
   * it. Does nothing when there is none, or another node has the place.
   */
  void park(Command command);

  /**
   * @param subscriber whose next event it is
   * @param reason what went wrong, without secrets
   */
  record Command(String subscriber, String reason) {}
}
