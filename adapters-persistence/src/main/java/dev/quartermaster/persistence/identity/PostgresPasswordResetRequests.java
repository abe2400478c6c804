package dev.quartermaster.persistence.identity;

import dev.quartermaster.domain.identity.EmailAddress;
import dev.quartermaster.domain.identity.PasswordResetRequests;
import dev.quartermaster.persistence.shared.Statements;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Requests as rows; their ids ascend by time. */
@Singleton
final class PostgresPasswordResetRequests implements PasswordResetRequests {
  private final Statements statements;

  PostgresPasswordResetRequests(Statements statements) {
    this.statements = statements;
  }

  @Override
  public void add(UUID id, EmailAddress email, Instant at) {
    statements.update(
        "INSERT INTO password_reset_requests (id, email, requested_at) VALUES (?, ?, ?)",
        id,
        email.value(),
        at);
  }

  @Override
  public List<EmailAddress> take(int limit) {
    return statements.query(
        row -> new EmailAddress(row.text("email")),
        """
        WITH oldest AS (
            SELECT id FROM password_reset_requests ORDER BY id LIMIT ? FOR UPDATE SKIP LOCKED)
        DELETE FROM password_reset_requests request USING oldest WHERE request.id = oldest.id
        RETURNING email
        """,
        limit);
  }
}
