package dev.quartermaster.architecture.report.reading;

import dev.quartermaster.architecture.report.facts.Decision;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the decisions on record, {@code docs/adr/*.md}. */
final class Decisions {
  private static final String TITLE = "# ";
  private static final String STATUS = "Status:";

  private final Path folder;

  Decisions(Path root) {
    this.folder = root.resolve("docs/adr");
  }

  List<Decision> read() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().matches("\\d+-.*\\.md"))
          .sorted()
          .map(Decisions::decision)
          .toList();
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  private static Decision decision(Path file) {
    List<String> lines = lines(file);
    List<String> text =
        lines.stream().filter(line -> !line.startsWith(TITLE) && !line.startsWith(STATUS)).toList();
    return new Decision(
        file.getFileName().toString(),
        after(TITLE, lines).orElse(file.getFileName().toString()),
        after(STATUS, lines).orElse("unknown"),
        TextBlocks.of(text));
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  private static Optional<String> after(String prefix, List<String> lines) {
    return lines.stream()
        .filter(line -> line.startsWith(prefix))
        .map(line -> line.substring(prefix.length()).strip())
        .findFirst();
  }
}
