package dev.quartermaster.cache.shared;

/** What the owner of a {@link RedisLink} is told, on an event loop; so it must not block. */
interface LinkSubscriber {

  /**
   * Redis is known to answer: told before the link comes up, and at every heartbeat after that.
   *
   * @param commands sends commands ahead of all that are sent later
   */
  void alive(RedisCommands commands);

  /** A message came. */
  void message(String message);

  /** The link went down: messages may be missed from now on. */
  void down();

  /** What is out of use while the link is down, for the log, such as "the cache". */
  String purpose();
}
