package dev.quartermaster.persistence.identity;

import dev.quartermaster.domain.identity.EmailAddress;
import dev.quartermaster.domain.identity.Language;
import dev.quartermaster.domain.identity.Role;
import dev.quartermaster.domain.identity.User;
import dev.quartermaster.domain.shared.UserId;
import dev.quartermaster.persistence.shared.Row;
import java.sql.SQLException;
import java.util.stream.Collectors;

/** Reads accounts from rows of {@code users}, for the statements that run with every request. */
final class UserRow {
  /** What {@link #read} needs. */
  static final String COLUMNS =
      "users.id, name, email, roles, email_verified, language,"
          + " users.created_at, users.updated_at, version";

  private UserRow() {}

  static User read(Row row) throws SQLException {
    return new User(
        new UserId(row.uuid("id")),
        row.text("name"),
        new EmailAddress(row.text("email")),
        row.texts("roles").stream()
            .map(code -> Role.ofCode(code).orElseThrow())
            .collect(Collectors.toSet()),
        row.flag("email_verified"),
        Language.ofCode(row.text("language")).orElseThrow(),
        row.instant("created_at"),
        row.instant("updated_at"),
        row.number("version"));
  }
}
