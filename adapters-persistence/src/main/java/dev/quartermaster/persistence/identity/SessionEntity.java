package dev.quartermaster.persistence.identity;

import dev.quartermaster.domain.identity.Client;
import dev.quartermaster.domain.identity.Session;
import dev.quartermaster.domain.identity.SessionId;
import dev.quartermaster.domain.shared.UserId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code sessions}. */
@Entity
@Table(name = "sessions")
class SessionEntity {
  @Id private UUID id;

  @Column(name = "user_id")
  private UUID userId;

  private String address;

  @Column(name = "user_agent")
  private String userAgent;

  @Column(name = "created_at")
  private Instant createdAt;

  private int generation;

  @Column(name = "rotated_at")
  private Instant rotatedAt;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Column(name = "revoked_at")
  private @Nullable Instant revokedAt;

  @SuppressWarnings("NullAway.Init") // Hibernate fills the fields, which the analysis cannot see.
  protected SessionEntity() {}

  SessionEntity(Session session) {
    id = session.id().value();
    userId = session.userId().value();
    address = session.client().address();
    userAgent = session.client().userAgent();
    createdAt = session.createdAt();
    generation = session.generation();
    rotatedAt = session.rotatedAt();
    expiresAt = session.expiresAt();
    revokedAt = session.revokedAt().orElse(null);
  }

  void replaceBy(Session session) {
    generation = session.generation();
    rotatedAt = session.rotatedAt();
    expiresAt = session.expiresAt();
    revokedAt = session.revokedAt().orElse(null);
  }

  Session toSession() {
    return new Session(
        new SessionId(id),
        new UserId(userId),
        new Client(address, userAgent),
        createdAt,
        generation,
        rotatedAt,
        expiresAt,
        Optional.ofNullable(revokedAt));
  }
}
