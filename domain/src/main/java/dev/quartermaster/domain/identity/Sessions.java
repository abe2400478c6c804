package dev.quartermaster.domain.identity;

import dev.quartermaster.domain.shared.PageRequest;
import dev.quartermaster.domain.shared.Slice;
import dev.quartermaster.domain.shared.UserId;
import java.time.Instant;
import java.util.Optional;

/** The sessions of all users. */
public interface Sessions {

  /** Adds a session. */
  void add(Session session);

  /** The session, whether it is active or not. */
  Optional<Session> find(SessionId id);

  /** The session, locked until the transaction ends, so that refresh and revoke take turns. */
  Optional<Session> findForUpdate(SessionId id);

  /** Replaces the stored state. */
  void update(Session session);

  /** The user's sessions that are active at that time, in parts; by default the newest first. */
  Slice<Session> listActive(UserId userId, Instant at, PageRequest<SessionField> page);

  /**
   * Ends all sessions of a user.
   *
   * @return how many there were to end
   */
  int revokeAll(UserId userId, Instant at);

  /**
   * Ends all sessions of a user but one.
   *
   * @return how many there were to end
   */
  int revokeOthers(UserId userId, SessionId kept, Instant at);

  /** The session's user, if the session is active at that time and the account lives. */
  Optional<User> findActiveUser(SessionId id, Instant at);

  /**
   * Forgets sessions that expired before an instant.
   *
   * @param limit how many at the most
   * @return how many were forgotten
   */
  int forgetExpiredBefore(Instant instant, int limit);
}
