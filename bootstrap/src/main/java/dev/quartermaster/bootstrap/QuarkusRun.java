package dev.quartermaster.bootstrap;

import io.quarkus.dev.console.DevConsoleManager;
import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.Quarkus;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One run of Quarkus, from its start until it has stopped. In dev mode the JVM sees many, each in a
 * class loader of its own; what they share is kept where Quarkus keeps such things.
 */
final class QuarkusRun {
  private static final String STOPPED = "quartermaster.stopped";

  private QuarkusRun() {}

  /** Runs Quarkus until it is told to stop. */
  static void begin(String... arguments) {
    CountDownLatch stopped = new CountDownLatch(1);
    DevConsoleManager.setGlobal(STOPPED, stopped);
    Quarkus.run(Serving.class, (code, failure) -> end(code, failure, stopped), arguments);
  }

  private static void end(int code, @Nullable Throwable failure, CountDownLatch stopped) {
    if (failure != null && !LastToStop.isUnderWay()) {
      report(failure);
    }
    stopped.countDown();
    if (DevMode.isOn()) {
      ApplicationLifecycleManager.getDefaultExitCodeHandler().accept(code, failure);
    } else {
      System.exit(code);
    }
  }

  private static void report(Throwable failure) {
    Logger log = Logger.getLogger(Quartermaster.class);
    if (DevMode.isOn()) {
      log.error("Quartermaster cannot start", failure);
    } else {
      log.debug("Quartermaster cannot start", failure);
      Quartermaster.refuse(StartFailure.explain(failure));
    }
  }

  /** Waits until the current run, if there is one, has stopped, but no longer than the limit. */
  static void awaitEnd(Duration limit) {
    @Nullable CountDownLatch stopped = DevConsoleManager.getGlobal(STOPPED);
    if (stopped == null) {
      return;
    }
    try {
      boolean inTime = stopped.await(limit.toMillis(), TimeUnit.MILLISECONDS);
      if (!inTime) {
        System.err.println("Quartermaster did not stop in time; its servers are stopped now.");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
