package dev.quartermaster.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A change of the real house that some rule must catch.
 *
 * @param file where it is written: a line on what it does, the rule that must catch it, then {@code
 *     >>>} and a path before what becomes of each file: lines to take away and to put in their
 *     place, or the whole text
 */
record Mutation(Path file) {
  static final Path FOLDER = Path.of("mutations");

  private static final String SUFFIX = ".mutation";
  private static final String EXPECTED = "Expected: ";
  private static final Pattern NEXT_FILE = Pattern.compile("(?m)^>>> ");
  private static final Pattern HUNK = Pattern.compile("(?m)((?:^- ?.*\n)+)((?:^\\+ ?.*\n)+)");

  static List<Mutation> all() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(SUFFIX))
          .sorted()
          .map(Mutation::new)
          .toList();
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  String name() {
    return file.getFileName().toString().replace(SUFFIX, "");
  }

  String description() {
    return read(file).lines().findFirst().orElseThrow();
  }

  String expectedRule() {
    return read(file)
        .lines()
        .filter(line -> line.startsWith(EXPECTED))
        .map(line -> line.substring(EXPECTED.length()))
        .findFirst()
        .orElseThrow();
  }

  /**
   * The text of each file that the mutation changes or adds, by its path.
   *
   * @throws IllegalStateException if a line that it takes away is not there, or not once
   */
  Map<String, String> sources(Path house) {
    Map<String, String> sources = new TreeMap<>();
    NEXT_FILE
        .splitAsStream(read(file))
        .skip(1)
        .map(part -> part.split("\n", 2))
        .forEach(part -> sources.put(part[0], become(house.resolve(part[0]), part[1])));
    return sources;
  }

  private String become(Path source, String change) {
    if (!change.startsWith("-")) {
      return change;
    }
    return HUNK.matcher(change)
        .results()
        .reduce(
            read(source),
            (text, hunk) -> replaceOnce(text, lines(hunk.group(1)), lines(hunk.group(2))),
            (one, _) -> one);
  }

  private String replaceOnce(String text, String old, String fresh) {
    int start = ("\n" + text).indexOf("\n" + old);
    if (start < 0 || text.indexOf("\n" + old, start) >= 0) {
      throw new IllegalStateException(
          name() + " no longer fits the code: these lines are not there once:\n" + old);
    }
    return text.substring(0, start) + fresh + text.substring(start + old.length());
  }

  private static String lines(String marked) {
    return marked
        .lines()
        .map(line -> line.length() > 2 ? line.substring(2) + "\n" : "\n")
        .collect(Collectors.joining());
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }
}
