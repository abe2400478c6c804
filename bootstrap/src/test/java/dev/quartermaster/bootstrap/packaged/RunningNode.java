package dev.quartermaster.bootstrap.packaged;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The package in a process of its own, on a free port, with its data below a given folder. It ends,
 * and its embedded servers with it, when it is closed or the tests' own process is told to stop.
 */
final class RunningNode implements AutoCloseable {
  private static final Path PACKAGE = Path.of("target", "quarkus-app").toAbsolutePath();
  private static final Path JAVA_HOME = Path.of(System.getProperty("java.home"));
  private static final Pattern WELCOME =
      Pattern.compile("Quartermaster is ready at http://[^:\\s]+:(\\d+)");
  private static final Pattern NOT_FOR_THE_NODE =
      Pattern.compile("QUARKUS_.*|QUARTERMASTER_.*|_?JAVA_.*OPTIONS|JDK_JAVA_OPTIONS");
  private static final int SECONDS_TO_END = 120;

  private final Process process;
  private final NodeData data;
  private final Path output;
  private final Path errors;
  private final Thread lastResort = Thread.ofPlatform().unstarted(this::endWithTheTests);

  private RunningNode(Process process, NodeData data, Path output, Path errors) {
    this.process = process;
    this.data = data;
    this.output = output;
    this.errors = errors;
    Runtime.getRuntime().addShutdownHook(lastResort);
  }

  /** Starts a node with an administrator, and waits until it is ready. */
  static RunningNode start(Path home) throws IOException {
    return start(home, Map.of());
  }

  /** Starts a node with an administrator and more settings, and waits until it is ready. */
  static RunningNode start(Path home, Map<String, String> settings) throws IOException {
    Map<String, String> all = new HashMap<>(Shop.ADMINISTRATOR);
    all.putAll(settings);
    return whenReady(launch(home, all));
  }

  /** Starts a node with an administrator by the launcher, and waits until it is ready. */
  static RunningNode startByLauncher(Path home) throws IOException {
    Map<String, String> settings = new HashMap<>(Shop.ADMINISTRATOR);
    settings.put("JAVA_HOME", JAVA_HOME.toString());
    // Both compilers run, and are slow to get to what hashes the first password on a busy machine.
    settings.put("QUARTERMASTER_ARGON2_MEMORY", "7168");
    settings.put("QUARTERMASTER_ARGON2_ITERATIONS", "1");
    return whenReady(launch(home, settings, List.of(PACKAGE.resolve("quartermaster").toString())));
  }

  private static RunningNode whenReady(RunningNode node) throws IOException {
    boolean ready = false;
    try {
      Polling.until("a node that is ready", node::isReady);
      ready = true;
      return node;
    } finally {
      if (!ready) {
        node.close();
      }
    }
  }

  /** Starts a process with some settings, whatever becomes of it. */
  static RunningNode launch(Path home, Map<String, String> settings) throws IOException {
    return launch(
        home,
        settings,
        // Only the quick compiler: nodes are started often and live for seconds.
        List.of(
            JAVA_HOME.resolve("bin").resolve("java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-Djava.io.tmpdir=" + home,
            "-jar",
            PACKAGE.resolve("quarkus-run.jar").toString()));
  }

  private static RunningNode launch(Path home, Map<String, String> settings, List<String> command)
      throws IOException {
    Files.createDirectories(home);
    Path folder = home.resolve("data");
    Path output = Files.createTempFile(home, "node-", ".out");
    Path errors = Files.createTempFile(home, "node-", ".err");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(home.toFile())
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile());
    builder.environment().keySet().removeIf(NOT_FOR_THE_NODE.asMatchPredicate());
    builder.environment().put("QUARKUS_HTTP_PORT", "0");
    builder.environment().put("QUARTERMASTER_DATA_FOLDER", folder.toString());
    // Most tests ask more often than a client may.
    builder.environment().put("QUARTERMASTER_RATE_LIMIT_API", "off");
    builder.environment().put("QUARTERMASTER_RATE_LIMIT_LOGIN", "off");
    builder.environment().putAll(settings);
    return new RunningNode(builder.start(), new NodeData(folder), output, errors);
  }

  /** Where it serves. */
  URI address() throws IOException {
    Matcher welcome = WELCOME.matcher(output());
    if (!welcome.find()) {
      throw new IllegalStateException("it serves nothing yet");
    }
    return URI.create("http://127.0.0.1:" + welcome.group(1));
  }

  private boolean isReady() throws IOException {
    if (!process.isAlive()) {
      throw new AssertionError(
          "the node ended with %d\n%s%s".formatted(process.exitValue(), output(), errors()));
    }
    return WELCOME.matcher(output()).find()
        && Caller.anonymous(this).get("/health/ready").status() == 200;
  }

  /** What it keeps in its data folder. */
  NodeData data() {
    return data;
  }

  String output() throws IOException {
    return Files.readString(output);
  }

  List<String> errors() throws IOException {
    return Files.readAllLines(errors);
  }

  /** Tells it to stop, as a service manager does. */
  void terminate() {
    process.destroy();
  }

  /** Kills the node and leaves its embedded servers behind, as {@code kill -9} does. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** The exit code, once it has ended. */
  int awaitEnd() throws InterruptedException {
    if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
      throw new AssertionError("the node did not end in %d s".formatted(SECONDS_TO_END));
    }
    return process.exitValue();
  }

  @Override
  public void close() throws IOException {
    Runtime.getRuntime().removeShutdownHook(lastResort);
    endAll();
  }

  private void endAll() throws IOException {
    new ProcessTree(process.toHandle()).kill();
    for (ProcessTree server : data.servers()) {
      server.kill();
    }
  }

  private void endWithTheTests() {
    try {
      endAll();
    } catch (IOException failure) {
      throw new UncheckedIOException("a node of the tests may still run", failure);
    }
  }
}
