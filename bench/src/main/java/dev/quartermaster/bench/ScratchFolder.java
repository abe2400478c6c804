package dev.quartermaster.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A folder for a run's data and logs, which goes when all was well and stays when it was not.
 *
 * @param path where it is
 */
record ScratchFolder(Path path) {

  static ScratchFolder create(String bench) {
    try {
      return new ScratchFolder(Files.createTempDirectory(bench + "-"));
    } catch (IOException failure) {
      throw new BenchFailed("there is no room for the data: " + failure);
    }
  }

  /** Does something with it, and has it go if that went well. */
  boolean use(Screen screen, Command.Bench bench) throws InterruptedException {
    boolean isWell = false;
    try {
      isWell = bench.run();
      return isWell;
    } finally {
      if (isWell) {
        delete();
      } else {
        screen.tell("the nodes' logs are in " + path);
      }
    }
  }

  private void delete() {
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException | UncheckedIOException failure) {
      throw new BenchFailed(path + " can't be deleted: " + failure);
    }
  }
}
