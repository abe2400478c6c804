package dev.quartermaster.cache.shared;

import io.vertx.core.Future;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.function.Function;

/** What the owner of a {@link RedisLink} is told, on an event loop; so it must not block. */
public interface LinkSubscriber {

  /**
   * Redis is known to answer: told before the link comes up, and at every heartbeat after that.
   *
   * @param sender sends a command ahead of all that are sent later
   */
  void alive(Function<Request, Future<Response>> sender);

  /** A message came. */
  void message(String message);

  /** The link went down: messages may be missed from now on. */
  void down();

  /** What is out of use while the link is down, for the log, such as "the cache of products". */
  String purpose();
}
