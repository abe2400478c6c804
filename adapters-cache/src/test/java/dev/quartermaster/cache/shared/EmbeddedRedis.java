package dev.quartermaster.cache.shared;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import redis.embedded.RedisServer;

/** A real Redis that can be stopped, started again at the same address, and made to hang. */
public final class EmbeddedRedis implements AutoCloseable {
  private final int port = freePort();
  private final RedisServer server = newServer(port);

  /** The URL by which clients find it. */
  public String address() {
    return "redis://127.0.0.1:" + port;
  }

  /** Starts it, without the data that it had. */
  public void start() {
    try {
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Stops it, which ends its connections. */
  public void stop() {
    try {
      server.stop();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes the server keep its connections and say nothing. */
  public void hang() {
    signal("STOP");
  }

  /** Ends what {@link #hang} began. */
  public void resume() {
    signal("CONT");
  }

  @Override
  public void close() {
    resume();
    stop();
  }

  // Tests run one after the other, so there is one server at a time.
  private static void signal(String name) {
    ProcessHandle.current()
        .descendants()
        .filter(process -> process.info().command().orElse("").contains("redis-server"))
        .forEach(process -> run("kill", "-" + name, Long.toString(process.pid())));
  }

  private static void run(String... command) {
    try {
      new ProcessBuilder(command).inheritIO().start().onExit().join();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RedisServer newServer(int port) {
    try {
      return RedisServer.newRedisServer().port(port).bind("127.0.0.1").setting("save \"\"").build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
