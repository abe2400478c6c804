package dev.quartermaster.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The package in a process of its own, on one port however often it is started. */
final class Node {
  private static final Pattern NOT_FOR_THE_NODE =
      Pattern.compile("QUARKUS_.*|QUARTERMASTER_.*|_?JAVA_.*OPTIONS");

  private final String name;
  private final Path quarkusApp;
  private final Path log;
  private final Map<String, String> settings;
  private final int port;
  private @Nullable Process process;
  private boolean retired;

  /**
   * @param name what it is called
   * @param quarkusApp the package
   * @param folder where its log is written
   * @param settings besides where it listens
   */
  Node(String name, Path quarkusApp, Path folder, Map<String, String> settings) {
    this.name = name;
    this.quarkusApp = quarkusApp;
    this.log = folder.resolve(name + ".log");
    this.port = freePort();
    this.settings = new HashMap<>(settings);
    this.settings.put("JAVA_HOME", System.getProperty("java.home"));
    this.settings.put("QUARKUS_HTTP_HOST", "127.0.0.1");
    this.settings.put("QUARKUS_HTTP_PORT", String.valueOf(port));
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException none) {
      throw new BenchFailed("there is no free port: " + none.getMessage());
    }
  }

  String name() {
    return name;
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** Starts it, unless it is retired, and does not wait until it is ready. */
  synchronized void start() {
    if (retired) {
      return;
    }
    ProcessBuilder builder =
        new ProcessBuilder(List.of(quarkusApp.resolve("quartermaster").toString()))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().keySet().removeIf(NOT_FOR_THE_NODE.asMatchPredicate());
    builder.environment().putAll(settings);
    try {
      process = builder.start();
    } catch (IOException failure) {
      throw new BenchFailed(name + " can't be started: " + failure.getMessage());
    }
  }

  /** Ends it as {@code kill -9} does. */
  synchronized void kill() {
    if (process != null) {
      process.destroyForcibly().onExit().join();
    }
  }

  /** Kills it for good. */
  synchronized void retire() {
    retired = true;
    kill();
  }

  synchronized boolean isAlive() {
    return process != null && process.isAlive();
  }

  /** The end of its log. */
  String lastWords() {
    try {
      List<String> lines = Files.readAllLines(log);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
    } catch (IOException unreadable) {
      return "no log: " + unreadable.getMessage();
    }
  }
}
