package dev.quartermaster.persistence.identity;

import dev.quartermaster.domain.identity.SecondFactor;
import dev.quartermaster.domain.identity.SecondFactors;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.domain.shared.UserId;
import dev.quartermaster.persistence.shared.Row;
import dev.quartermaster.persistence.shared.SharedReads;
import dev.quartermaster.persistence.shared.SqlArray;
import dev.quartermaster.persistence.shared.Statements;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

@Singleton
final class PostgresSecondFactors implements SecondFactors {
  private static final String OF_USERS =
      """
      SELECT user_id, sealed_secret, created_at, confirmed_at, last_step, uses, recovery_codes
      FROM second_factors WHERE user_id = ANY ((SELECT ?)::uuid[])
      """;

  private final Statements statements;
  private final SharedReads<UserId, SecondFactor> byUser;

  PostgresSecondFactors(Statements statements, UnitOfWork unitOfWork) {
    this.statements = statements;
    this.byUser = new SharedReads<>(unitOfWork::isInTransaction, users -> select(OF_USERS, users));
  }

  @Override
  public Optional<SecondFactor> find(UserId userId) {
    return byUser.find(userId);
  }

  @Override
  public Optional<SecondFactor> findForUpdate(UserId userId) {
    return Optional.ofNullable(select(OF_USERS + "FOR UPDATE", Set.of(userId)).get(userId));
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

  private Map<UserId, SecondFactor> select(String sql, Set<UserId> users) {
    return statements
        .query(PostgresSecondFactors::secondFactor, sql, SqlArray.uuids(users, UserId::value))
        .stream()
        .collect(Collectors.toMap(SecondFactor::userId, Function.identity()));
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
