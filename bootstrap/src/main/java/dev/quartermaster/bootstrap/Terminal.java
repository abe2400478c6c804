package dev.quartermaster.bootstrap;

import java.io.Console;
import org.jspecify.annotations.Nullable;

/** Whether a person or a program reads the log. */
final class Terminal {
  private static final String JSON_LOGS = "quarkus.log.console.json.enabled";

  private Terminal() {}

  /** Has the log written as plain text on a terminal, unless the setting for it was made. */
  static void preferPlainLogs() {
    if (isTerminal()
        && System.getProperty(JSON_LOGS) == null
        && System.getenv(SettingValues.variable(JSON_LOGS)) == null) {
      System.setProperty(JSON_LOGS, "false");
    }
  }

  @SuppressWarnings("SystemConsoleNull") // JDK 25 went back to null where there is no terminal.
  private static boolean isTerminal() {
    @Nullable Console console = System.console();
    return console != null && console.isTerminal();
  }
}
