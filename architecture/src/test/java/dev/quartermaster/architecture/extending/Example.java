package dev.quartermaster.architecture.extending;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file of the example.
 *
 * @param path from the example's folder on, such as {@code domain/wishlist/Wishlist.java}
 */
record Example(Path path) {
  /** Where the example is written. */
  static final Path FOLDER =
      Markdown.HOUSE
          .resolve("architecture/src/test/java")
          .resolve(Example.class.getPackageName().replace('.', '/'));

  private static final String PACKAGE = Example.class.getPackageName();
  private static final String HOUSE_PACKAGE = "dev.quartermaster";

  /** All Java files that a layer would have. */
  static List<Example> all() {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.getParent().equals(FOLDER))
          .map(FOLDER::relativize)
          .map(Example::new)
          .toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  Path file() {
    return FOLDER.resolve(path);
  }

  /** The file as it would lie in its module. */
  MovedFile moved() {
    try {
      return new MovedFile(
          module(),
          path.toString().endsWith("Test.java"),
          HOUSE_PACKAGE.replace('.', '/') + "/" + path.toString().replaceFirst("\\.java$", ""),
          Files.readString(file()).replace(PACKAGE, HOUSE_PACKAGE));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private String module() {
    String layer = path.getName(0).toString();
    return Files.isDirectory(Markdown.HOUSE.resolve(layer)) ? layer : "adapters-" + layer;
  }
}
