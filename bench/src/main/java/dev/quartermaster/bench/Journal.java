package dev.quartermaster.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file that takes each accepted order at once, to be checked against the server later. */
final class Journal implements AutoCloseable {
  private final Path file;
  private final BufferedWriter writer;

  private Journal(Path file, BufferedWriter writer) {
    this.file = file;
    this.writer = writer;
  }

  /**
   * Opens the file for more lines.
   *
   * @throws InvalidArguments when that is impossible
   */
  static Journal open(Path file) {
    try {
      return new Journal(
          file,
          Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
    } catch (IOException e) {
      throw new InvalidArguments(file + ": can't be written: " + e);
    }
  }

  synchronized void append(PlacedOrder order) {
    try {
      writer.write(Json.write(order));
      writer.write('\n');
      writer.flush();
    } catch (IOException e) {
      throw lost(e);
    }
  }

  @Override
  public synchronized void close() {
    try {
      writer.close();
    } catch (IOException e) {
      throw lost(e);
    }
  }

  private BenchFailed lost(IOException cause) {
    return new BenchFailed(file + ": can't be written: " + cause);
  }
}
