package dev.quartermaster.application.events;

/** Tells those who are connected to this node what came into the log. */
public interface TellFollowers {

  /**
   * Reads what is new in the log, once for all followers of this node, and tells them. What is
   * older than a node can remember is passed over: whoever lacks it looks it up.
   *
   * @return how many events there were
   */
  int tell();
}
