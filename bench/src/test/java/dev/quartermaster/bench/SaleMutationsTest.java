package dev.quartermaster.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code bench/flash-sale-mutations} takes out of the house is still there to be taken. */
class SaleMutationsTest {
  private static final Path HOUSE = Path.of("..");
  private static final Pattern NEXT_FILE = Pattern.compile("(?m)^--- a/.*\n\\+\\+\\+ b/");
  private static final Pattern NEXT_HUNK = Pattern.compile("(?m)^@@ .*\n");

  static List<Path> mutations() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("mutations"))) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("mutations")
  void itFitsTheCode(Path mutation) throws IOException {
    String[] files = NEXT_FILE.split(Files.readString(mutation));
    assertThat(files).hasSizeGreaterThan(1);
    for (String file : List.of(files).subList(1, files.length)) {
      String[] hunks = NEXT_HUNK.split(file);
      String source = Files.readString(HOUSE.resolve(hunks[0].strip()));
      for (String hunk : List.of(hunks).subList(1, hunks.length)) {
        assertThat(source).containsOnlyOnce(before(hunk));
      }
    }
  }

  private static String before(String hunk) {
    return hunk.lines()
        .filter(line -> !line.startsWith("+"))
        .map(line -> line.substring(1) + "\n")
        .collect(Collectors.joining());
  }
}
