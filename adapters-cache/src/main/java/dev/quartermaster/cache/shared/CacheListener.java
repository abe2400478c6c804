package dev.quartermaster.cache.shared;

/** What a cache is told, on an event loop; so it must not block. */
interface CacheListener {

  /** Redis is known to answer: told before the link comes up, and at every heartbeat after that. */
  void alive(RedisCommands commands);

  /** A node, perhaps this one, sent a message to this cache on all nodes. */
  void message(String message);

  /** Messages may be missed from now on. */
  void down();
}
