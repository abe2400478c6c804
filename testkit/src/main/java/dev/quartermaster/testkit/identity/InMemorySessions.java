package dev.quartermaster.testkit.identity;

import dev.quartermaster.domain.identity.Session;
import dev.quartermaster.domain.identity.SessionId;
import dev.quartermaster.domain.identity.Sessions;
import dev.quartermaster.domain.identity.User;
import dev.quartermaster.domain.identity.Users;
import dev.quartermaster.domain.shared.UserId;
import dev.quartermaster.testkit.shared.InMemoryTable;
import dev.quartermaster.testkit.shared.InMemoryUnitOfWork;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Sessions in memory. */
public final class InMemorySessions implements Sessions {
  private final InMemoryTable<SessionId, Session> sessions;
  private final Users users;

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
  public Optional<Session> findForUpdate(SessionId id) {
    return sessions.findForUpdate(id);
  }

  @Override
  public void update(Session session) {
    sessions.put(session.id(), session);
  }

  @Override
  public void revokeAll(UserId userId, Instant at) {
    sessions.rows().stream()
        .filter(session -> session.userId().equals(userId))
        .map(Session::id)
        .map(sessions::findForUpdate)
        .flatMap(Optional::stream)
        .forEach(session -> update(session.revoked(at)));
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
}
