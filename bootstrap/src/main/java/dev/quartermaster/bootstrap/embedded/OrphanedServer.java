package dev.quartermaster.bootstrap.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A server that outlived the Quartermaster which had started it, after a crash or a kill -9. Only
 * the holder of the data folder may look for one: then its starter is known to be dead.
 */
final class OrphanedServer {
  private OrphanedServer() {}

  /**
   * The running process that a server's pid file names. A pid file may be older than the machine's
   * last start and its number taken by a stranger since, so that the process counts only when it
   * runs a program out of the given folder.
   */
  static Optional<ProcessHandle> find(Path pidFile, Path programs) throws IOException {
    return named(pidFile).filter(process -> program(process).filter(within(programs)).isPresent());
  }

  /** Whether the number in the pid file belongs by now to a program that is none of ours. */
  static boolean replacedByStranger(Path pidFile, Path programs) throws IOException {
    return named(pidFile)
        .flatMap(OrphanedServer::program)
        .filter(Predicate.not(within(programs)))
        .isPresent();
  }

  private static Optional<ProcessHandle> named(Path pidFile) throws IOException {
    return Files.exists(pidFile)
        ? pid(Files.readString(pidFile, StandardCharsets.UTF_8)).flatMap(ProcessHandle::of)
        : Optional.empty();
  }

  private static Optional<Long> pid(String pidFileText) {
    String firstLine = pidFileText.lines().findFirst().orElse("").strip();
    return firstLine.matches("\\d{1,18}")
        ? Optional.of(Long.parseLong(firstLine))
        : Optional.empty();
  }

  private static Optional<Path> program(ProcessHandle process) {
    return process.info().command().map(Path::of);
  }

  private static Predicate<Path> within(Path programs) {
    return program -> program.startsWith(programs);
  }
}
