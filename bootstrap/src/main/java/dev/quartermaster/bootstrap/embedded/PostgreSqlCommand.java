package dev.quartermaster.bootstrap.embedded;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Runs PostgreSQL's own commands and appends what they say to a log file.
 *
 * @param programs the folder of the commands
 * @param log the file that gets their output
 * @param prefix what each command line begins with
 */
record PostgreSqlCommand(Path programs, Path log, List<String> prefix) {
  /**
   * PostgreSQL refuses to run as root. In a user namespace of its own the same process is nobody,
   * with root's files still its own.
   */
  private static final List<String> NOT_AS_ROOT = List.of("unshare", "--user");

  PostgreSqlCommand {
    prefix = List.copyOf(prefix);
  }

  static PostgreSqlCommand in(Path programs, Path log) throws IOException {
    if (!ProcessHandle.current().info().user().orElse("").equals("root")) {
      return new PostgreSqlCommand(programs, log, List.of());
    }
    PostgreSqlCommand command = new PostgreSqlCommand(programs, log, NOT_AS_ROOT);
    if (!command.succeeds("postgres", "--version")) {
      throw new EmbeddedServerException(
          "PostgreSQL does not run as root, and this machine gives root no user namespace; start Quartermaster as another user, or set QUARKUS_DATASOURCE_JDBC_URL");
    }
    return command;
  }

  /** Runs one of PostgreSQL's programs to its end and tells whether it succeeded. */
  boolean succeeds(String program, String... arguments) throws IOException {
    return succeeds(program, List.of(arguments));
  }

  /** Runs one of PostgreSQL's programs to its end and tells whether it succeeded. */
  boolean succeeds(String program, List<String> arguments) throws IOException {
    List<String> line = new ArrayList<>(prefix);
    line.add(programs.resolve(program).toString());
    line.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(line)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().keySet().removeIf(PostgreSqlCommand::misleading);
    try {
      return builder.start().waitFor() == 0;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException(program + " was interrupted");
    }
  }

  /** PGDATA, PGPORT, LC_ALL and their like would overrule what we say on the command line. */
  private static boolean misleading(String variable) {
    String name = variable.toUpperCase(Locale.ROOT);
    return name.startsWith("PG") || name.startsWith("LC_") || name.equals("LANG");
  }
}
