package dev.quartermaster.bootstrap;

import dev.quartermaster.bootstrap.embedded.EmbeddedServerException;
import dev.quartermaster.bootstrap.embedded.EmbeddedServers;
import java.time.Duration;

/**
 * Stops the embedded servers when the process ends, after Quarkus has stopped: requests in flight
 * still need them. Shutdown hooks run side by side, so this one has to wait for Quarkus's.
 */
final class LastToStop {
  /** Longer than Quarkus takes at most: its delay and its timeout for requests in flight. */
  private static final Duration PATIENCE = Duration.ofSeconds(45);

  private LastToStop() {}

  static void register(EmbeddedServers servers) {
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform().name("embedded-servers-stop").unstarted(() -> stop(servers)));
  }

  private static void stop(EmbeddedServers servers) {
    QuarkusRun.awaitEnd(PATIENCE);
    try {
      servers.close();
    } catch (EmbeddedServerException failure) {
      System.err.println("Quartermaster stopped, but " + failure.getMessage() + ".");
    }
  }

  /** Whether the process is on its way out, so that what fails now fails because of that. */
  static boolean isUnderWay() {
    try {
      Runtime.getRuntime().removeShutdownHook(Thread.ofPlatform().unstarted(() -> {}));
      return false;
    } catch (IllegalStateException shuttingDown) {
      return true;
    }
  }
}
