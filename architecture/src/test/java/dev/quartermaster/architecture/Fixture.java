package dev.quartermaster.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A change of the small house that keeps every rule.
 *
 * @param file where it is written: a line on what it shows, then {@code >>>} and a path before the
 *     text of each file
 */
record Fixture(Path file) {
  private static final Path FOLDER = Path.of("src/test/resources/fixtures");
  private static final String NEXT_FILE = ">>> ";

  /** The small house itself. */
  static final Fixture HOUSE = new Fixture(FOLDER.resolve("house.fixture"));

  /** All changes, by the name of the rule that they are about. */
  static List<Fixture> all() {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(".fixture"))
          .map(Fixture::new)
          .filter(fixture -> !fixture.equals(HOUSE))
          .sorted((one, other) -> one.file.compareTo(other.file))
          .toList();
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  String rule() {
    return file.getName(file.getNameCount() - 2).toString();
  }

  boolean isViolating() {
    return file.getFileName().toString().startsWith("violating");
  }

  boolean isPassing() {
    return file.getFileName().toString().startsWith("passing");
  }

  /** The text of each file by its path. */
  Map<String, String> sources() {
    String[] parts = text().split("(?m)^" + NEXT_FILE, -1);
    return Arrays.stream(parts)
        .skip(1)
        .map(part -> part.split("\n", 2))
        .collect(Collectors.toMap(part -> part[0].strip(), part -> part[1]));
  }

  private String text() {
    try {
      return Files.readString(file);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  @Override
  public String toString() {
    return rule() + "/" + file.getFileName().toString().replace(".fixture", "");
  }
}
