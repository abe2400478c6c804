package dev.quartermaster.persistence.shared;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Tells what a failure says about the database, however deep the driver's own exception lies.
 * States are those of PostgreSQL's appendix A.
 */
public final class DatabaseFailures {
  private static final Set<String> TAKE_TURNS_AGAIN = Set.of("40001", "40P01");
  private static final Set<String> OUT_OF_TIME = Set.of("57014", "55P03", "25P03", "25P04");
  private static final Set<String> CHARACTER_NOT_STORABLE = Set.of("22021", "22P05");

  private DatabaseFailures() {}

  /** Whether the failure is the violation of that constraint or unique index. */
  public static boolean isViolationOf(String constraint, Throwable failure) {
    return causes(failure)
        .filter(PSQLException.class::isInstance)
        .map(cause -> ((PSQLException) cause).getServerErrorMessage())
        .filter(Objects::nonNull)
        .map(ServerErrorMessage::getConstraint)
        .anyMatch(constraint::equals);
  }

  /** Whether the same work may succeed at once, since only its rival was in the way. */
  static boolean isSerializationFailureOrDeadlock(Throwable failure) {
    return hasState(failure, TAKE_TURNS_AGAIN::contains);
  }

  /** Whether a text holds a character that PostgreSQL cannot store, which is U+0000 alone. */
  static boolean isCharacterNotStorable(Throwable failure) {
    return hasState(failure, CHARACTER_NOT_STORABLE::contains);
  }

  /** Whether the database could not be reached, or did not answer within its bounds. */
  static boolean isUnavailable(Throwable failure) {
    return hasState(failure, DatabaseFailures::isOutOfReach) || isFromPool(failure);
  }

  /**
   * Connection trouble (08), lack of resources (53), a server going down (57P), a bound reached.
   */
  private static boolean isOutOfReach(String state) {
    return state.startsWith("08")
        || state.startsWith("53")
        || state.startsWith("57P")
        || OUT_OF_TIME.contains(state);
  }

  /** The driver always gives a state; the pool, out of connections or of time, never does. */
  private static boolean isFromPool(Throwable failure) {
    return causes(failure)
        .anyMatch(
            cause ->
                cause.getClass() == SQLException.class
                    && ((SQLException) cause).getSQLState() == null);
  }

  private static boolean hasState(Throwable failure, Predicate<String> condition) {
    return causes(failure)
        .filter(SQLException.class::isInstance)
        .map(cause -> ((SQLException) cause).getSQLState())
        .filter(Objects::nonNull)
        .anyMatch(condition);
  }

  /**
   * The failure and all that led to it. The transaction manager tells causes as suppressed ones.
   */
  private static Stream<Throwable> causes(Throwable failure) {
    Set<Throwable> known = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Throwable> open = new ArrayDeque<>();
    open.add(failure);
    while (!open.isEmpty()) {
      Throwable next = open.remove();
      if (known.add(next)) {
        if (next.getCause() != null) {
          open.add(next.getCause());
        }
        open.addAll(Set.of(next.getSuppressed()));
      }
    }
    return known.stream();
  }
}
