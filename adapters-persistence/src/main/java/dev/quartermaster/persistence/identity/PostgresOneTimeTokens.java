package dev.quartermaster.persistence.identity;

import dev.quartermaster.domain.identity.EmailAddress;
import dev.quartermaster.domain.identity.OneTimePurpose;
import dev.quartermaster.domain.identity.OneTimeToken;
import dev.quartermaster.domain.identity.OneTimeTokens;
import dev.quartermaster.domain.shared.UserId;
import dev.quartermaster.persistence.shared.Row;
import dev.quartermaster.persistence.shared.Statements;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** A row for each account and purpose, so that a token replaces the one before. */
@Singleton
final class PostgresOneTimeTokens implements OneTimeTokens {
  private final Statements statements;

  PostgresOneTimeTokens(Statements statements) {
    this.statements = statements;
  }

  @Override
  public void issue(OneTimeToken token, OneTimePurpose purpose, Claim claim, Instant at) {
    statements.update(
        """
        INSERT INTO one_time_tokens (user_id, purpose, hash, email, expires_at)
        VALUES (?, ?, ?, ?, ?)
        ON CONFLICT ON CONSTRAINT one_time_tokens_pk
        DO UPDATE SET hash = excluded.hash, email = excluded.email,
                      expires_at = excluded.expires_at
        """,
        claim.userId().value(),
        purpose.code(),
        token.hash(),
        claim.email().value(),
        at.plus(purpose.lifetime()));
  }

  @Override
  public Optional<Claim> find(OneTimeToken token, OneTimePurpose purpose, Instant at) {
    return claim(
        "SELECT user_id, email FROM one_time_tokens WHERE hash = ? AND purpose = ? AND expires_at > ?",
        token,
        purpose,
        at);
  }

  @Override
  public Optional<Claim> use(OneTimeToken token, OneTimePurpose purpose, Instant at) {
    return claim(
        """
        DELETE FROM one_time_tokens WHERE hash = ? AND purpose = ? AND expires_at > ?
        RETURNING user_id, email
        """,
        token,
        purpose,
        at);
  }

  @Override
  public int forgetExpiredBefore(Instant instant, int limit) {
    return statements.update(
        """
        WITH expired AS (
            SELECT user_id, purpose FROM one_time_tokens WHERE expires_at < ?
            ORDER BY expires_at LIMIT ? FOR UPDATE SKIP LOCKED)
        DELETE FROM one_time_tokens token USING expired
        WHERE token.user_id = expired.user_id AND token.purpose = expired.purpose
        """,
        instant,
        limit);
  }

  private Optional<Claim> claim(
      String sql, OneTimeToken token, OneTimePurpose purpose, Instant at) {
    return statements
        .query(PostgresOneTimeTokens::claim, sql, token.hash(), purpose.code(), at)
        .stream()
        .findFirst();
  }

  private static Claim claim(Row row) throws SQLException {
    return new Claim(new UserId(row.uuid("user_id")), new EmailAddress(row.text("email")));
  }
}
