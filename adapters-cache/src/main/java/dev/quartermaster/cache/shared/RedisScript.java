package dev.quartermaster.cache.shared;

import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A script that Redis runs as a whole, with nothing in between. It is sent by its digest, and in
 * full only to a Redis that does not know it, such as one that has just started.
 *
 * @param text the script, in Lua
 * @param digest by which Redis knows it
 */
record RedisScript(String text, String digest) {

  /** The script with that text. */
  static RedisScript of(String text) {
    try {
      byte[] sha1 =
          MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
      return new RedisScript(text, HexFormat.of().formatHex(sha1));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-1", impossible);
    }
  }

  /** Sends the script for some keys; the future fails when it did not run. */
  Future<Response> send(RedisCommands commands, List<String> keys, List<String> arguments) {
    return commands
        .send(request(Command.EVALSHA, digest, keys, arguments))
        .recover(
            failure ->
                isUnknown(failure)
                    ? commands.send(request(Command.EVAL, text, keys, arguments))
                    : Future.failedFuture(failure));
  }

  private static boolean isUnknown(Throwable failure) {
    return String.valueOf(failure.getMessage()).startsWith("NOSCRIPT");
  }

  private static Request request(
      Command command, String script, List<String> keys, List<String> arguments) {
    Request request = Request.cmd(command).arg(script).arg(keys.size());
    keys.forEach(request::arg);
    arguments.forEach(request::arg);
    return request;
  }
}
