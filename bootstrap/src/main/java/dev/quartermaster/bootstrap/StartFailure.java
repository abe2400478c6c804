package dev.quartermaster.bootstrap;

import io.quarkus.runtime.QuarkusBindException;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.api.FlywayException;

/** Why Quarkus did not start, for whoever runs it. */
final class StartFailure {
  private static final Pattern DATABASE_ANSWER =
      Pattern.compile("^Message\\s*: (.*)$", Pattern.MULTILINE);

  private StartFailure() {}

  /** One line for a failure; the likely ones with their mend. */
  static String explain(Throwable failure) {
    return first(failure, CannotStartException.class)
        .map(OneLine::of)
        .or(() -> first(failure, QuarkusBindException.class).map(StartFailure::portInUse))
        .or(() -> first(failure, FlywayException.class).map(StartFailure::migration))
        .orElseGet(() -> unexpected(failure));
  }

  private static String portInUse(QuarkusBindException failure) {
    return HttpAddress.inUse(failure.getPort());
  }

  /** Flyway writes a report of many lines, of which the first and the database's answer tell. */
  private static String migration(FlywayException failure) {
    String report = Objects.requireNonNullElse(failure.getMessage(), "");
    String summary =
        report
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .limit(1)
            .collect(Collectors.joining());
    Matcher answer = DATABASE_ANSWER.matcher(report);
    return "the database could not be brought up to date (%s%s); nothing of the failed step was kept"
        .formatted(summary, answer.find() ? ": " + answer.group(1).strip() : "");
  }

  private static String unexpected(Throwable failure) {
    Throwable root = causes(failure).reduce((outer, inner) -> inner).orElse(failure);
    return "%s (%s); set QUARKUS_LOG_LEVEL=DEBUG to see where"
        .formatted(OneLine.of(root), root.getClass().getName());
  }

  private static <T extends Throwable> Optional<T> first(Throwable failure, Class<T> type) {
    return causes(failure).filter(type::isInstance).map(type::cast).findFirst();
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
  }
}
