package dev.quartermaster.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** Sends signals to processes that are not our children. */
final class Signals {
  private static final Duration TO_END = Duration.ofSeconds(20);

  private Signals() {}

  /**
   * Has a process end by the signal, and waits until it has.
   *
   * @throws BenchFailed when it does not
   */
  static void end(ProcessHandle process, String signal) {
    if (!process.isAlive()) {
      return;
    }
    send(process, signal);
    try {
      process.onExit().orTimeout(TO_END.toMillis(), TimeUnit.MILLISECONDS).join();
    } catch (CompletionException _) {
      throw new BenchFailed("process " + process.pid() + " does not end");
    }
  }

  /**
   * Sends the signal.
   *
   * @throws BenchFailed when that is impossible
   */
  static void send(ProcessHandle process, String signal) {
    // The shell's own kill: not every machine has the program.
    String command = "kill -%s %d".formatted(signal, process.pid());
    if (run(new ProcessBuilder("sh", "-c", command).inheritIO()) != 0) {
      throw new BenchFailed(command + " failed");
    }
  }

  /** Runs a program to its end and gives its exit code. */
  static int run(ProcessBuilder program) {
    try {
      return program.start().onExit().join().exitValue();
    } catch (IOException failure) {
      throw new BenchFailed(
          String.join(" ", program.command()) + " can't be run: " + failure.getMessage());
    }
  }
}
