package dev.quartermaster.contract.clients;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The package with the demo shop in it, on a free port, with its data below a given folder. */
final class RunningShop {
  private static final Path PACKAGE =
      Path.of("..", "..", "bootstrap", "target", "quarkus-app", "quarkus-run.jar")
          .toAbsolutePath()
          .normalize();
  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
  private static final Pattern WELCOME =
      Pattern.compile("Quartermaster is ready at http://[^:\\s]+:(\\d+)");
  private static final Pattern SETTINGS = Pattern.compile("QUARKUS_.*|QUARTERMASTER_.*");
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Process process;
  private final URI address;

  private RunningShop(Process process, URI address) {
    this.process = process;
    this.address = address;
  }

  static RunningShop start(Path home) throws IOException, InterruptedException {
    if (!Files.exists(PACKAGE)) {
      throw new IllegalStateException(PACKAGE + " is missing: build it by ./mvnw package");
    }
    Path output = home.resolve("output");
    ProcessBuilder builder =
        new ProcessBuilder(JAVA.toString(), "-jar", PACKAGE.toString())
            .directory(home.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().keySet().removeIf(SETTINGS.asMatchPredicate());
    builder.environment().put("QUARKUS_HTTP_PORT", "0");
    builder.environment().put("QUARTERMASTER_DEMO_DATA", "true");
    Process process = builder.start();
    return new RunningShop(process, awaitAddress(process, output));
  }

  private static URI awaitAddress(Process process, Path output)
      throws IOException, InterruptedException {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(deadline)) {
      Matcher welcome = WELCOME.matcher(Files.readString(output));
      if (welcome.find()) {
        return URI.create("http://127.0.0.1:" + welcome.group(1));
      }
      if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
        break;
      }
    }
    process.destroy();
    throw new IllegalStateException("the package did not start:\n" + Files.readString(output));
  }

  URI address() {
    return address;
  }

  void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }
}
