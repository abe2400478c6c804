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
import java.util.function.Function;

/**
 * A script that Redis runs as a whole, with nothing in between. It is sent by its digest, and in
 * full only to a Redis that does not know it, such as one that has just started.
 *
 * @param text the script, in Lua
 * @param digest by which Redis knows it
 */
public record RedisScript(String text, String digest) {

  /** The script with that text. */
  public static RedisScript of(String text) {
    try {
      byte[] sha1 =
          MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
      return new RedisScript(text, HexFormat.of().formatHex(sha1));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-1", impossible);
    }
  }

  /** Sends the script for one key; the future fails when it did not run. */
  Future<Response> send(
      Function<Request, Future<Response>> sender, String key, List<String> arguments) {
    return sender
        .apply(request(Command.EVALSHA, digest, key, arguments))
        .recover(
            failure ->
                isUnknown(failure)
                    ? sender.apply(request(Command.EVAL, text, key, arguments))
                    : Future.failedFuture(failure));
  }

  private static boolean isUnknown(Throwable failure) {
    return String.valueOf(failure.getMessage()).startsWith("NOSCRIPT");
  }

  private static Request request(
      Command command, String script, String key, List<String> arguments) {
    Request request = Request.cmd(command).arg(script).arg(1).arg(key);
    arguments.forEach(request::arg);
    return request;
  }
}
