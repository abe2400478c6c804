package dev.quartermaster.application.events;

/** Gives committed events their places in the log, upon which all who follow it learn of them. */
public interface PublishEvents {

  /**
   * Publishes a batch of what was committed since. Any number of nodes may call it at once: they
   * take turns.
   *
   * @return how many events were published; when as many as the limit, there may be more
   */
  int publish(Command command);

  /**
   * @param limit how many at the most, so that no transaction grows long
   */
  record Command(int limit) {}
}
