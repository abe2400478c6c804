package dev.quartermaster.architecture.extending;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A text of the project.
 *
 * @param file where it is written
 */
record Markdown(Path file) {
  /** The folder with all modules; Maven runs each module's tests in the module's own. */
  static final Path HOUSE = Path.of("..").toAbsolutePath().normalize();

  /** The guide that the example belongs to. */
  static final Markdown GUIDE = new Markdown(HOUSE.resolve("docs/extending.md"));

  private static final String FENCE = "```";
  private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
  private static final Pattern ADDRESS = Pattern.compile("[a-z]+:.*");

  /** The README and all of docs. */
  static List<Markdown> all() {
    try (Stream<Path> docs = Files.walk(HOUSE.resolve("docs"))) {
      return Stream.concat(Stream.of(HOUSE.resolve("README.md")), docs)
          .filter(file -> file.toString().endsWith(".md"))
          .map(Markdown::new)
          .toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Where the links lead that lead to files. */
  List<Path> linkedFiles() {
    return prose().flatMap(this::linkedFiles).toList();
  }

  /** Where the links of one line lead that lead to files. */
  Stream<Path> linkedFiles(String line) {
    return LINK.matcher(line)
        .results()
        .map(MatchResult::group)
        .map(link -> link.substring(2, link.length() - 1))
        .filter(Predicate.not(link -> ADDRESS.matcher(link).matches() || link.startsWith("#")))
        .map(link -> link.replaceFirst("#.*", ""))
        .map(link -> file.resolveSibling(link).normalize());
  }

  /** The lines outside of code. */
  Stream<String> prose() {
    List<String> prose = new ArrayList<>();
    boolean code = false;
    for (String line : lines()) {
      if (line.startsWith(FENCE)) {
        code = !code;
      } else if (!code) {
        prose.add(line);
      }
    }
    return prose.stream();
  }

  /** The blocks of code in that language, each with the last line of prose above it. */
  List<Code> code(String language) {
    List<Code> blocks = new ArrayList<>();
    List<String> block = new ArrayList<>();
    String above = "";
    boolean code = false;
    boolean wanted = false;
    for (String line : lines()) {
      if (line.startsWith(FENCE)) {
        if (code && wanted) {
          blocks.add(new Code(above, String.join("\n", block)));
        }
        block.clear();
        wanted = line.equals(FENCE + language);
        code = !code;
      } else if (code) {
        block.add(line);
      } else if (!line.isBlank()) {
        above = line;
      }
    }
    return blocks;
  }

  private List<String> lines() {
    try {
      return Files.readAllLines(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public String toString() {
    return HOUSE.relativize(file).toString();
  }

  /**
   * A block of code.
   *
   * @param above the last line of prose before it
   * @param text its lines
   */
  record Code(String above, String text) {}
}
