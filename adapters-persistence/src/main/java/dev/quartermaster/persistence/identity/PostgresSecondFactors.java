package dev.quartermaster.persistence.identity;

import dev.quartermaster.domain.identity.SecondFactor;
import dev.quartermaster.domain.identity.SecondFactors;
import dev.quartermaster.domain.shared.UserId;
import dev.quartermaster.persistence.shared.Row;
import dev.quartermaster.persistence.shared.SqlArray;
import dev.quartermaster.persistence.shared.Statements;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

@Singleton
final class PostgresSecondFactors implements SecondFactors {
  private static final String OF_USER =
      """
      SELECT user_id, sealed_secret, created_at, confirmed_at, last_step, uses, recovery_codes
      FROM second_factors WHERE user_id = ?
      """;

  private final Statements statements;

  PostgresSecondFactors(Statements statements) {
    this.statements = statements;
  }

  @Override
  public Optional<SecondFactor> find(UserId userId) {
    return first(OF_USER, userId);
  }

  @Override
  public Optional<SecondFactor> findForUpdate(UserId userId) {
    return first(OF_USER + "FOR UPDATE", userId);
  }

  @Override
  public void save(SecondFactor secondFactor) {
    statements.update(
        """
        INSERT INTO second_factors (user_id, sealed_secret, created_at, confirmed_at, last_step,
                                    uses, recovery_codes)
        VALUES (?, ?, ?, (?::timestamptz[])[1], ?, ?, ?)
        ON CONFLICT ON CONSTRAINT second_factors_pk
        DO UPDATE SET sealed_secret = excluded.sealed_secret, created_at = excluded.created_at,
            confirmed_at = excluded.confirmed_at, last_step = excluded.last_step,
            uses = excluded.uses, recovery_codes = excluded.recovery_codes
        """,
        secondFactor.userId().value(),
        secondFactor.sealedSecret(),
        secondFactor.createdAt(),
        SqlArray.optionalInstants(List.of(secondFactor), SecondFactor::confirmedAt),
        secondFactor.lastStep(),
        secondFactor.uses(),
        SqlArray.texts(secondFactor.recoveryCodes(), Function.identity()));
  }

  @Override
  public void delete(UserId userId) {
    statements.update("DELETE FROM second_factors WHERE user_id = ?", userId.value());
  }

  private Optional<SecondFactor> first(String sql, UserId userId) {
    return statements.query(PostgresSecondFactors::secondFactor, sql, userId.value()).stream()
        .findFirst();
  }

  private static SecondFactor secondFactor(Row row) throws SQLException {
    return new SecondFactor(
        new UserId(row.uuid("user_id")),
        row.text("sealed_secret"),
        row.instant("created_at"),
        row.optionalInstant("confirmed_at"),
        row.number("last_step"),
        row.smallNumber("uses"),
        Set.copyOf(row.texts("recovery_codes")));
  }
}
