package dev.quartermaster.testkit.identity;

import dev.quartermaster.domain.identity.Session;
import dev.quartermaster.domain.identity.SessionField;
import dev.quartermaster.domain.identity.SessionId;
import dev.quartermaster.domain.identity.Sessions;
import dev.quartermaster.domain.identity.User;
import dev.quartermaster.domain.identity.Users;
import dev.quartermaster.domain.shared.PageRequest;
import dev.quartermaster.domain.shared.Slice;
import dev.quartermaster.domain.shared.UserId;
import dev.quartermaster.testkit.shared.InMemoryList;
import dev.quartermaster.testkit.shared.InMemoryTable;
import dev.quartermaster.testkit.shared.InMemoryUnitOfWork;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Sessions in memory. */
public final class InMemorySessions implements Sessions {
  private final InMemoryTable<SessionId, Session> sessions;
  private final Users users;
  private final InMemoryList<Session, SessionField> list =
      new InMemoryList<>(
          InMemorySessions::by, SessionField.CREATED_AT, session -> session.id().value());

  /** No sessions of those users yet. */
  public InMemorySessions(InMemoryUnitOfWork unitOfWork, Users users) {
    this.sessions = new InMemoryTable<>(unitOfWork);
    this.users = users;
  }

  @Override
  public void add(Session session) {
    sessions.put(session.id(), session);
  }

  @Override
  public Optional<Session> find(SessionId id) {
    return sessions.find(id);
  }

  @Override
  public Optional<Session> findForUpdate(SessionId id) {
    return sessions.findForUpdate(id);
  }

  @Override
  public void update(Session session) {
    sessions.put(session.id(), session);
  }

  @Override
  public Slice<Session> listActive(UserId userId, Instant at, PageRequest<SessionField> page) {
    return list.slice(
        sessions.rows().stream()
            .filter(session -> session.userId().equals(userId) && session.isActive(at))
            .toList(),
        page);
  }

  @Override
  public int revokeAll(UserId userId, Instant at) {
    return revoke(at, session -> session.userId().equals(userId));
  }

  @Override
  public int revokeOthers(UserId userId, SessionId kept, Instant at) {
    return revoke(at, session -> session.userId().equals(userId) && !session.id().equals(kept));
  }

  private int revoke(Instant at, Predicate<Session> condition) {
    List<Session> living =
        sessions.rows().stream()
            .filter(condition)
            .map(Session::id)
            .map(sessions::findForUpdate)
            .flatMap(Optional::stream)
            .filter(session -> session.revokedAt().isEmpty())
            .toList();
    living.forEach(session -> update(session.revoked(at)));
    return living.size();
  }

  @Override
  public Optional<User> findActiveUser(SessionId id, Instant at) {
    return sessions
        .find(id)
        .filter(session -> session.isActive(at))
        .flatMap(session -> users.find(session.userId()));
  }

  @Override
  public int forgetExpiredBefore(Instant instant, int limit) {
    List<Session> expired =
        sessions.rows().stream()
            .filter(session -> session.expiresAt().isBefore(instant))
            .limit(limit)
            .toList();
    expired.forEach(session -> sessions.remove(session.id()));
    return expired.size();
  }

  private static Comparator<Session> by(SessionField field) {
    return switch (field) {
      case CREATED_AT -> Comparator.comparing(Session::createdAt);
    };
  }
}
