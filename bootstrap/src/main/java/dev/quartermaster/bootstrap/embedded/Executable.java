package dev.quartermaster.bootstrap.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Files that are programs. */
final class Executable {
  private Executable() {}

  /** Lets the owner, and nobody else, run the file. */
  static void make(Path file) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
  }
}
