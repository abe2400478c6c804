package dev.quartermaster.architecture.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A file as it was written, for what no class file keeps.
 *
 * @param type the type that the file is named for
 * @param lines the file's lines; empty if it is not beside the build's output
 */
record SourceFile(JavaClass type, Optional<List<String>> lines) {
  private static final Pattern SUPPRESSION =
      Pattern.compile("^\\s*@(SuppressWarnings|NullUnmarked|Disabled\\w*|ArchIgnore)\\b.*");
  private static final Pattern REASON_BESIDE =
      Pattern.compile(".*//\\s*\\S.*|.*reason\\s*=\\s*\".+");
  private static final Pattern REASON_ABOVE = Pattern.compile("\\s*//\\s*\\S.*");
  private static final Pattern REASON_WITHIN = Pattern.compile("^\\s*@Disabled\\(\\s*\".+");

  static SourceFile of(JavaClass type) {
    return new SourceFile(
        type,
        Place.of(type)
            .map(place -> place.source(type))
            .filter(Files::exists)
            .map(SourceFile::read));
  }

  private static List<String> read(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  /** The annotations that silence something without a word why. */
  Stream<String> unexplainedSuppressions() {
    return lines
        .map(this::unexplained)
        .orElseGet(() -> Stream.of(type.getName() + " has no source beside its class"));
  }

  private Stream<String> unexplained(List<String> all) {
    return IntStream.range(0, all.size())
        .filter(line -> SUPPRESSION.matcher(all.get(line)).matches())
        .filter(line -> !isExplained(all, line))
        .mapToObj(
            line ->
                type.getName()
                    + ", line "
                    + (line + 1)
                    + ": "
                    + all.get(line).strip()
                    + " says not why");
  }

  private static boolean isExplained(List<String> all, int line) {
    String text = all.get(line);
    return REASON_BESIDE.matcher(text).matches()
        || REASON_WITHIN.matcher(text).matches()
        || (line > 0 && REASON_ABOVE.matcher(all.get(line - 1)).matches());
  }
}
