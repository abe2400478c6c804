package dev.quartermaster.persistence.shared;

import java.sql.SQLException;

/** A statement that the database, or the way to it, refused. */
final class StatementFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StatementFailed(SQLException cause) {
    super(cause.getMessage(), cause);
  }
}
