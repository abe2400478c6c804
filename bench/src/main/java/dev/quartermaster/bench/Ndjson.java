package dev.quartermaster.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads files that hold one JSON object in each line. */
final class Ndjson {
  private Ndjson() {}

  /**
   * The file's lines as records.
   *
   * @throws InvalidArguments naming the file, and the line at fault
   */
  static <T> List<T> read(Path file, Class<T> type) {
    List<String> lines = lines(file);
    List<T> records = new ArrayList<>(lines.size());
    for (int index = 0; index < lines.size(); index++) {
      if (!lines.get(index).isBlank()) {
        records.add(parse(file, index + 1, lines.get(index), type));
      }
    }
    if (records.isEmpty()) {
      throw new InvalidArguments(file + ": holds no lines");
    }
    return records;
  }

  private static List<String> lines(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new InvalidArguments(file + ": no such file");
    }
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new InvalidArguments(file + ": can't be read: " + e.getMessage());
    }
  }

  private static <T> T parse(Path file, int line, String text, Class<T> type) {
    try {
      return Json.read(text, type);
    } catch (JsonProcessingException e) {
      throw new InvalidArguments(
          file + ":" + line + ": " + e.getOriginalMessage().lines().findFirst().orElse("no JSON"));
    }
  }
}
