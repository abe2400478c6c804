package dev.quartermaster.bootstrap.operations;

import jakarta.ws.rs.NotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The files of the report that the build has made on the architecture. */
enum ArchitectureReportFile {
  PAGE("index.html"),
  FACTS("architecture.json");

  private static final String FOLDER = "/architecture-report/";

  private final String fileName;

  ArchitectureReportFile(String fileName) {
    this.fileName = fileName;
  }

  /** Its text. */
  String read() {
    try (InputStream stream = ArchitectureReportFile.class.getResourceAsStream(FOLDER + fileName)) {
      if (stream == null) {
        throw new NotFoundException("the build has made no report");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }
}
