package dev.quartermaster.persistence.identity;

import dev.quartermaster.domain.identity.Session;
import dev.quartermaster.domain.identity.SessionField;
import dev.quartermaster.domain.identity.SessionId;
import dev.quartermaster.domain.identity.Sessions;
import dev.quartermaster.domain.identity.User;
import dev.quartermaster.domain.shared.PageRequest;
import dev.quartermaster.domain.shared.Slice;
import dev.quartermaster.domain.shared.Sort;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.domain.shared.UserId;
import dev.quartermaster.persistence.shared.Conditions;
import dev.quartermaster.persistence.shared.Entities;
import dev.quartermaster.persistence.shared.Listing;
import dev.quartermaster.persistence.shared.SharedReads;
import dev.quartermaster.persistence.shared.SortColumn;
import dev.quartermaster.persistence.shared.SortType;
import dev.quartermaster.persistence.shared.SqlArray;
import dev.quartermaster.persistence.shared.Statements;
import dev.quartermaster.persistence.shared.TableRows;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

@Singleton
final class PostgresSessions implements Sessions {
  private static final Listing<SessionField, Session> SESSIONS =
      new Listing<>(
          "sessions",
          new Sort<>(SessionField.CREATED_AT, true),
          PostgresSessions::column,
          session -> session.id().value());

  private final Entities<SessionEntity> sessions;
  private final Statements statements;
  private final SharedReads<SessionId, Bearer> bearers;

  PostgresSessions(SessionRepository sessions, Statements statements, UnitOfWork unitOfWork) {
    this.sessions = new Entities<>(sessions, SessionEntity.class);
    this.statements = statements;
    this.bearers = new SharedReads<>(unitOfWork::isInTransaction, this::bearers);
  }

  @Override
  public void add(Session session) {
    sessions.add(new SessionEntity(session));
  }

  @Override
  public Optional<Session> find(SessionId id) {
    return sessions.find("id = ?1", id.value()).map(SessionEntity::toSession);
  }

  @Override
  public Optional<Session> findForUpdate(SessionId id) {
    return sessions.findForUpdate("id = ?1", id.value()).map(SessionEntity::toSession);
  }

  @Override
  public void update(Session session) {
    sessions.change(entity -> entity.replaceBy(session), "id = ?1", session.id().value());
  }

  @Override
  public Slice<Session> listActive(UserId userId, Instant at, PageRequest<SessionField> page) {
    Conditions active =
        Conditions.where(
            "user_id = ? AND revoked_at IS NULL AND expires_at > ?", userId.value(), at);
    return SESSIONS.slice(
        // The same list whenever it is asked for.
        new TableRows(
            statements, "sessions", active, "active sessions of " + userId, Optional.empty()),
        page,
        select -> sessions.select(select).stream().map(SessionEntity::toSession).toList());
  }

  @Override
  public int revokeAll(UserId userId, Instant at) {
    return statements.update(
        "UPDATE sessions SET revoked_at = ? WHERE user_id = ? AND revoked_at IS NULL",
        at,
        userId.value());
  }

  @Override
  public int revokeOthers(UserId userId, SessionId kept, Instant at) {
    return statements.update(
        """
        UPDATE sessions SET revoked_at = ?
        WHERE user_id = ? AND id <> ? AND revoked_at IS NULL
        """,
        at,
        userId.value(),
        kept.value());
  }

  @Override
  public Optional<User> findActiveUser(SessionId id, Instant at) {
    return bearers.find(id).filter(bearer -> bearer.until().isAfter(at)).map(Bearer::user);
  }

  @Override
  public int forgetExpiredBefore(Instant instant, int limit) {
    return statements.update(
        """
        WITH expired AS (
            SELECT id FROM sessions WHERE expires_at < ? ORDER BY expires_at LIMIT ?
            FOR UPDATE SKIP LOCKED)
        DELETE FROM sessions USING expired WHERE sessions.id = expired.id
        """,
        instant,
        limit);
  }

  private Map<SessionId, Bearer> bearers(Set<SessionId> ids) {
    return statements
        .query(
            row ->
                new Bearer(
                    new SessionId(row.uuid("session_id")),
                    row.instant("expires_at"),
                    UserRow.read(row)),
            "SELECT sessions.id AS session_id, expires_at, "
                + UserRow.COLUMNS
                + " FROM sessions JOIN users ON users.id = sessions.user_id"
                + " WHERE sessions.id = ANY ((SELECT ?)::uuid[])"
                + " AND revoked_at IS NULL AND deleted_at IS NULL",
            SqlArray.uuids(ids, SessionId::value))
        .stream()
        .collect(Collectors.toMap(Bearer::session, Function.identity()));
  }

  private static SortColumn<Session> column(SessionField field) {
    return switch (field) {
      case CREATED_AT -> new SortColumn<>("created_at", SortType.INSTANT, Session::createdAt);
    };
  }

  /** Whose session that is, if it is not yet over. */
  private record Bearer(SessionId session, Instant until, User user) {}
}
