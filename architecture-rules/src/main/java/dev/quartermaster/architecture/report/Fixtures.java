package dev.quartermaster.architecture.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The examples that prove the rules: a folder for each rule, a file for each example. */
final class Fixtures {
  private static final String SUFFIX = ".fixture";

  private final Path folder;

  Fixtures(Path root) {
    this.folder = root.resolve("architecture/src/test/resources/fixtures");
  }

  /** The examples that the rule has to catch. */
  List<String> violating(String rule) {
    return named(rule, "violating");
  }

  /** The examples that the rule has to let pass. */
  List<String> passing(String rule) {
    return named(rule, "passing");
  }

  private List<String> named(String rule, String prefix) {
    Path examples = folder.resolve(rule);
    if (!Files.isDirectory(examples)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(examples)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith(prefix) && name.endsWith(SUFFIX))
          .map(name -> name.substring(0, name.length() - SUFFIX.length()))
          .map(name -> name.replaceFirst("^" + prefix + "-", ""))
          .sorted()
          .toList();
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }
}
