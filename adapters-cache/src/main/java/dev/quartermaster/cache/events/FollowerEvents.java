package dev.quartermaster.cache.events;

/** What becomes of followers. */
interface FollowerEvents {

  /** One was given an event. */
  void given();

  /** One has ended, and was not told of it yet. */
  void ended(Follower follower, Follower.Ending how);
}
