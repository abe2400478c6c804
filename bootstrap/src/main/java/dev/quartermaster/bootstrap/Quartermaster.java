package dev.quartermaster.bootstrap;

import dev.quartermaster.bootstrap.embedded.EmbeddedServerException;
import io.quarkus.dev.console.DevConsoleManager;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts Quartermaster, with everything it needs and was not given. */
@QuarkusMain
public final class Quartermaster {
  private static final String PREPARED = "quartermaster.prepared";

  Quartermaster() {}

  /**
   * Runs until the process is told to stop. Exits with code 1, after one line on standard error, if
   * it can't start.
   *
   * @param arguments passed on to Quarkus
   */
  public static void main(String... arguments) {
    try {
      prepareOnce();
    } catch (CannotStartException | EmbeddedServerException reason) {
      if (!LastToStop.isUnderWay()) {
        refuse(OneLine.of(reason));
      }
      System.exit(1);
      return;
    }
    QuarkusRun.begin(arguments);
  }

  /** In dev mode the servers of the first run go on through every reload. */
  private static void prepareOnce() {
    if (DevConsoleManager.getGlobal(PREPARED) == null) {
      Startup.prepare();
      DevConsoleManager.setGlobal(PREPARED, true);
    }
  }

  static void refuse(String reason) {
    System.err.println("Quartermaster cannot start: " + reason + ".");
  }
}
