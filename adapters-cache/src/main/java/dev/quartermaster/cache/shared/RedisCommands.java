package dev.quartermaster.cache.shared;

import io.vertx.core.Future;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;

/** Where commands go; Redis carries them out in the order in which they are sent. */
@FunctionalInterface
interface RedisCommands {

  /** Sends a command. */
  Future<Response> send(Request request);
}
