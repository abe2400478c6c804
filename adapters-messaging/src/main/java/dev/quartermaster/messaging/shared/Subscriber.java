package dev.quartermaster.messaging.shared;

/**
 * Somebody who handles every event of the log once. All beans of this type are run on every node,
 * each by a thread of its own.
 */
public interface Subscriber {

  /** Under which its place in the log is stored; never changes. */
  String name();

  /**
   * Handles the next events, in one transaction with the move of its place.
   *
   * @param limit how many at the most
   * @return how many events it moved past; 0 when there is nothing to do here
   */
  int handle(int limit);
}
