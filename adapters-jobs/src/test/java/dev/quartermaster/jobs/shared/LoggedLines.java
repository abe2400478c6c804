package dev.quartermaster.jobs.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What a class tells in the log while a test runs, but for what is for debugging. */
public final class LoggedLines implements BeforeEachCallback, AfterEachCallback {
  private static final Formatter MESSAGE = new PatternFormatter("%s");

  private final List<String> lines = new ArrayList<>();
  private final Logger log;
  private final Handler reader =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          if (line.getLevel().intValue() >= Level.INFO.intValue()) {
            lines.add(MESSAGE.format(line));
          }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  /** The lines of that class. */
  public LoggedLines(Class<?> teller) {
    this.log = Logger.getLogger(teller.getName());
  }

  /** What it has told. */
  public List<String> lines() {
    return List.copyOf(lines);
  }

  @Override
  public void beforeEach(ExtensionContext test) {
    log.addHandler(reader);
  }

  @Override
  public void afterEach(ExtensionContext test) {
    log.removeHandler(reader);
  }
}
