package dev.quartermaster.architecture.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether a report is newer than all that it tells of, so that nobody has to wait for the same. */
final class Freshness {
  private static final List<String> INPUTS_OF_MODULE =
      List.of("target/classes", "target/test-classes");
  private static final List<String> INPUTS_OF_PROJECT =
      List.of("docs/adr", "architecture/src/test/resources/fixtures", "architecture/mutations");

  private final Path root;
  private final Path output;

  /**
   * @param root the folder with the modules, as a real path
   * @param output the folder of the report, as a real path
   */
  Freshness(Path root, Path output) {
    this.root = root;
    this.output = output;
  }

  /** Whether the file is as new as everything that it is made of. */
  boolean of(String file) throws IOException {
    Path report = output.resolve(file);
    if (!Files.exists(report)) {
      return false;
    }
    FileTime written = Files.getLastModifiedTime(report);
    try (Stream<Path> modules = Files.list(root)) {
      return Stream.concat(
              modules.flatMap(module -> INPUTS_OF_MODULE.stream().map(module::resolve)),
              INPUTS_OF_PROJECT.stream().map(root::resolve))
          .map(this::newest)
          .flatMap(Optional::stream)
          .allMatch(changed -> changed.compareTo(written) <= 0);
    }
  }

  private Optional<FileTime> newest(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> !file.startsWith(output))
          .map(Freshness::lastModified)
          .max(Comparator.naturalOrder());
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  private static FileTime lastModified(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }
}
