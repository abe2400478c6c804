package dev.quartermaster.architecture.report.reading;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quartermaster.architecture.report.facts.Mutation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads what was broken on purpose, {@code architecture/mutations/results.json}. */
final class Mutations {
  private final Path results;

  Mutations(Path root) {
    this.results = root.resolve("architecture/mutations/results.json");
  }

  List<Mutation> read() {
    if (!Files.isRegularFile(results)) {
      return List.of();
    }
    try {
      return new ObjectMapper()
          .readValue(results.toFile(), new TypeReference<List<Result>>() {}).stream()
              .map(Result::asFact)
              .toList();
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  /** An entry of the file. */
  private record Result(String name, String mutation, String expected, List<String> caughtBy) {
    Mutation asFact() {
      return new Mutation(mutation, expected, caughtBy.contains(expected));
    }
  }
}
