package dev.quartermaster.bootstrap.packaged;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A process with those that it has started. */
record ProcessTree(ProcessHandle process) {
  /** A dead process whose end nobody has taken note of yet has a number, but no program. */
  boolean isAlive() {
    return process.isAlive() && process.info().command().isPresent();
  }

  /** Takes the processor away from it: connections stay open and nobody answers. */
  void freeze() throws IOException, InterruptedException {
    // The first one alone, so that it starts no more while its children are counted.
    signal("STOP", List.of(process));
    signal("STOP", process.descendants().toList());
  }

  void thaw() throws IOException, InterruptedException {
    signal("CONT", process.descendants().toList());
    signal("CONT", List.of(process));
  }

  void kill() {
    for (ProcessHandle each : Stream.concat(Stream.of(process), process.descendants()).toList()) {
      each.destroyForcibly();
    }
    Polling.until("the end of " + process, () -> !isAlive());
  }

  private static void signal(String name, List<ProcessHandle> processes)
      throws IOException, InterruptedException {
    if (processes.isEmpty()) {
      return;
    }
    // The shell's own kill: not every machine has the program.
    String pids =
        processes.stream().map(each -> Long.toString(each.pid())).collect(Collectors.joining(" "));
    int exitCode =
        new ProcessBuilder("sh", "-c", "kill -%s %s".formatted(name, pids))
            .inheritIO()
            .start()
            .waitFor();
    if (exitCode != 0) {
      throw new IOException("kill -%s %s failed".formatted(name, pids));
    }
  }
}
