package dev.quartermaster.bootstrap.embedded;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A Redis server of our own on a free port of the loopback interface. It is a cache: what it holds
 * is gone when it stops.
 */
public final class EmbeddedRedis implements EmbeddedServer {
  private static final Duration START = Duration.ofSeconds(10);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);
  private static final Duration STOP = Duration.ofSeconds(10);

  private final int port;
  private final String password;
  private final ProcessHandle process;

  private EmbeddedRedis(int port, String password, ProcessHandle process) {
    this.port = port;
    this.password = password;
    this.process = process;
  }

  /**
   * Starts the server and waits until it takes connections.
   *
   * @throws EmbeddedServerException if it can't be started
   */
  public static EmbeddedRedis start(DataFolder folder) {
    Path home = folder.path().resolve("redis");
    Path log = folder.path().resolve("redis.log");
    Path pidFile = home.resolve("redis.pid");
    try {
      PrivateFiles.createFolder(home);
      Path program = RedisProgram.unpack(folder);
      OrphanedServer.find(pidFile, folder.programs()).ifPresent(EmbeddedRedis::stop);
      Files.deleteIfExists(pidFile);
      int port = FreePort.find();
      String password = RandomPassword.create();
      Path configuration = home.resolve("redis.conf");
      PrivateFiles.write(configuration, configuration(port, password));
      launch(program, configuration, log);
      ProcessHandle process = awaitStart(pidFile, folder.programs(), port, log);
      return new EmbeddedRedis(port, password, process);
    } catch (IOException failure) {
      throw new EmbeddedServerException(
          "the embedded Redis did not start (%s); see %s".formatted(failure.getMessage(), log),
          failure);
    }
  }

  /** Paths are relative to the working directory, so that none needs quoting. */
  private static String configuration(int port, String password) {
    return """
        daemonize yes
        pidfile redis.pid
        logfile ../redis.log
        bind 127.0.0.1
        port %d
        requirepass %s
        save ""
        appendonly no
        maxmemory 128mb
        maxmemory-policy allkeys-lru
        tcp-backlog 128
        """
        .formatted(port, password);
  }

  /**
   * The server leaves our process group, so that a Ctrl-C in the terminal, which goes to the whole
   * group, stops Quartermaster only, and Quartermaster then its servers.
   */
  private static void launch(Path program, Path configuration, Path log) throws IOException {
    Process launcher =
        new ProcessBuilder(program.toString(), configuration.toString())
            .directory(configuration.resolveSibling("").toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    try {
      if (launcher.waitFor() != 0) {
        throw new EmbeddedServerException("the embedded Redis did not start; see " + log);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
  }

  private static ProcessHandle awaitStart(Path pidFile, Path programs, int port, Path log)
      throws IOException {
    long giveUp = System.nanoTime() + START.toNanos();
    while (System.nanoTime() < giveUp) {
      var process = OrphanedServer.find(pidFile, programs);
      if (process.isPresent() && takesConnections(port)) {
        return process.get();
      }
      try {
        Thread.sleep(BETWEEN_LOOKS);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("interrupted");
      }
    }
    throw new EmbeddedServerException("the embedded Redis did not start; see " + log);
  }

  private static boolean takesConnections(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }

  /** The server's address, without its password. */
  public String url() {
    return "redis://127.0.0.1:" + port;
  }

  /** The password that the server asks for. */
  public String password() {
    return password;
  }

  /** Stops the server; what it held is gone. */
  @Override
  public void close() {
    stop(process);
  }

  private static void stop(ProcessHandle process) {
    process.destroy();
    try {
      process.onExit().get(STOP.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException tooSlow) {
      process.destroyForcibly();
    } catch (ExecutionException failure) {
      throw new EmbeddedServerException("the embedded Redis did not stop", failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new EmbeddedServerException("interrupted while Redis stopped", interrupted);
    }
  }
}
