package dev.quartermaster.testkit.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.domain.identity.Client;
import dev.quartermaster.domain.identity.PasswordHash;
import dev.quartermaster.domain.identity.Role;
import dev.quartermaster.domain.identity.Session;
import dev.quartermaster.domain.identity.SessionField;
import dev.quartermaster.domain.identity.SessionId;
import dev.quartermaster.domain.identity.Sessions;
import dev.quartermaster.domain.identity.User;
import dev.quartermaster.domain.identity.Users;
import dev.quartermaster.domain.shared.PageRequest;
import dev.quartermaster.domain.shared.Slice;
import dev.quartermaster.testkit.shared.Concurrently;
import dev.quartermaster.testkit.shared.ListContract;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What {@link Sessions} promise. */
public abstract class SessionsContract extends ListContract<Session, SessionField> {
  /** Before anything else that the store may hold. */
  private static final Instant LONG_AGO = Instant.parse("2001-02-03T04:05:06Z");

  private static final Client CLIENT = new Client("2001:db8::7", "Möbius/1.0 🦊");

  /** Whose sessions are listed. */
  private @Nullable User lister;

  /** The port under test. */
  protected abstract Sessions sessions();

  /** The accounts that the sessions belong to. */
  protected abstract Users users();

  @Test
  void findsWhatWasAdded() {
    assertStored(added(user(), NOW));
  }

  @Test
  void findsNoneThatIsUnknown() {
    SessionId unknown = new SessionId(IDENTIFIERS.next());
    assertThat(stored(unknown)).isEmpty();
    assertThat(activeUser(unknown, NOW)).isEmpty();
  }

  @Test
  void readsASessionAlsoWhenItHasEnded() {
    Session session = added(user(), NOW);
    assertThat(unitOfWork().inTransaction(() -> sessions().find(session.id()))).contains(session);
    Session ended = session.revoked(NOW);
    inTransaction(() -> sessions().update(ended));
    assertThat(unitOfWork().inTransaction(() -> sessions().find(session.id()))).contains(ended);
    SessionId unknown = new SessionId(IDENTIFIERS.next());
    assertThat(unitOfWork().inTransaction(() -> sessions().find(unknown))).isEmpty();
  }

  @Test
  void updateReplacesTheStoredState() {
    Session session = added(user(), NOW);
    Session moved =
        new Session(
            session.id(),
            session.userId(),
            session.client(),
            session.createdAt(),
            7,
            NOW.plusSeconds(1),
            NOW.plusSeconds(2),
            Optional.of(NOW.plusSeconds(3)));
    inTransaction(() -> sessions().update(moved));
    assertStored(moved);
  }

  @Test
  void tellsWhoseAnActiveSessionIs() {
    User user = user();
    Session session = added(user, NOW);
    assertThat(activeUser(session.id(), NOW)).contains(user);
    assertThat(activeUser(session.id(), session.expiresAt().minusMillis(1))).contains(user);
    assertThat(activeUser(session.id(), session.expiresAt())).isEmpty();
  }

  @Test
  void tellsTheUserAsStoredNow() {
    User user = user();
    Session session = added(user, NOW);
    assertThat(activeUser(session.id(), NOW)).contains(user);
    User promoted = user.withRoles(Set.of(Role.STAFF), NOW);
    inTransaction(() -> users().update(promoted));
    assertThat(activeUser(session.id(), NOW)).contains(promoted);
  }

  @Test
  void anEndedSessionHasNoActiveUser() {
    User user = user();
    Session session = added(user, NOW);
    Session other = added(user, NOW);
    inTransaction(() -> sessions().update(session.revoked(NOW)));
    assertThat(activeUser(session.id(), NOW)).isEmpty();
    assertThat(activeUser(other.id(), NOW)).contains(user);
  }

  @Test
  void theSessionOfADeletedAccountHasNoActiveUser() {
    User user = user();
    Session session = added(user, NOW);
    inTransaction(() -> users().delete(user.id(), NOW));
    assertThat(activeUser(session.id(), NOW)).isEmpty();
  }

  @Test
  void endsAllSessionsOfAUserAndNoOthers() {
    User user = user();
    Session first = added(user, NOW);
    Session second = added(user, NOW);
    Session ended = added(user, NOW).revoked(NOW.plusSeconds(1));
    inTransaction(() -> sessions().update(ended));
    Session others = added(user(), NOW);

    assertThat(inTransaction(() -> sessions().revokeAll(user.id(), NOW.plusSeconds(5))))
        .isEqualTo(2);

    assertStored(first.revoked(NOW.plusSeconds(5)));
    assertStored(second.revoked(NOW.plusSeconds(5)));
    assertStored(ended);
    assertStored(others);
    assertThat(activeUser(first.id(), NOW.plusSeconds(6))).isEmpty();
  }

  @Test
  void endsAllOthers() {
    User user = user();
    Session kept = added(user, NOW);
    Session other = added(user, NOW);
    Session ended = added(user, NOW).revoked(NOW.plusSeconds(1));
    inTransaction(() -> sessions().update(ended));
    Session strangers = added(user(), NOW);

    assertThat(
            inTransaction(() -> sessions().revokeOthers(user.id(), kept.id(), NOW.plusSeconds(5))))
        .isEqualTo(1);

    assertStored(kept);
    assertStored(other.revoked(NOW.plusSeconds(5)));
    assertStored(ended);
    assertStored(strangers);
  }

  @Test
  void listsOnlyTheUsersActiveSessions() {
    User user = user();
    Session active = added(user, NOW);
    Session ended = added(user, NOW).revoked(NOW);
    inTransaction(() -> sessions().update(ended));
    added(user(), NOW);

    assertThat(active(user, NOW)).containsExactly(active);
    assertThat(active(user, active.expiresAt().minusMillis(1))).containsExactly(active);
    assertThat(active(user, active.expiresAt())).isEmpty();
  }

  private List<Session> active(User user, Instant at) {
    PageRequest<SessionField> first = new PageRequest<>(new PageRequest.Page(1), 20, List.of());
    return inTransaction(() -> sessions().listActive(user.id(), at, first)).items();
  }

  @Override
  protected List<SessionField> fields() {
    return List.of(SessionField.values());
  }

  @Override
  protected Comparator<Session> by(SessionField field) {
    return switch (field) {
      case CREATED_AT -> Comparator.comparing(Session::createdAt);
    };
  }

  @Override
  protected Comparator<Session> naturalOrder() {
    return by(SessionField.CREATED_AT).reversed();
  }

  @Override
  protected UUID idOf(Session session) {
    return session.id().value();
  }

  @Override
  protected Session addListed(int number) {
    return added(lister(), NOW.plusSeconds(number % 5));
  }

  @Override
  protected Slice<Session> list(PageRequest<SessionField> page) {
    return sessions().listActive(lister().id(), NOW, page);
  }

  private User lister() {
    @Nullable User known = lister;
    if (known == null) {
      known = user();
      lister = known;
    }
    return known;
  }

  @Test
  void aRolledBackTransactionLeavesNothing() {
    User user = user();
    Session kept = added(user, NOW);
    Session session = Session.start(new SessionId(IDENTIFIERS.next()), user.id(), CLIENT, NOW);
    rollBack(
        () -> {
          sessions().add(session);
          sessions().revokeAll(user.id(), NOW);
          assertThat(inAnotherTransaction(() -> sessions().findActiveUser(kept.id(), NOW)))
              .contains(user);
        });
    assertThat(stored(session.id())).isEmpty();
    assertStored(kept);
  }

  @Test
  void aLockedSessionIsReadAsItsHolderLeavesIt() {
    for (int round = 0; round < 10; round++) {
      Session session = added(user(), NOW);
      Session revoked = session.revoked(NOW);
      Optional<Session> seen =
          readWhileChanged(
              () -> sessions().findForUpdate(session.id()), () -> sessions().update(revoked));
      assertThat(seen).contains(revoked);
    }
  }

  @Test
  void ofManyWhoAskAtOnceNobodyFindsASessionThatTheyKnowToHaveEnded() {
    Concurrently.inThreads(
        THREADS,
        () -> {
          User user = user();
          for (int round = 0; round < 10; round++) {
            Session session = added(user, NOW);
            assertThat(activeUser(session.id(), NOW)).contains(user);
            inTransaction(() -> sessions().update(session.revoked(NOW)));
            assertThat(activeUser(session.id(), NOW)).isEmpty();
          }
          return true;
        });
  }

  @Test
  void noChangeUnderTheLockIsLost() {
    Session session = added(user(), NOW);
    raceInTransactions(
        10,
        () -> {
          Session read = sessions().findForUpdate(session.id()).orElseThrow();
          sessions()
              .update(
                  new Session(
                      read.id(),
                      read.userId(),
                      read.client(),
                      read.createdAt(),
                      read.generation() + 1,
                      NOW,
                      read.expiresAt(),
                      read.revokedAt()));
        });
    assertThat(stored(session.id())).map(Session::generation).contains(THREADS * 10);
  }

  @Test
  void forgetsExpiredSessionsInBatches() {
    Instant cutOff = LONG_AGO.plus(Session.LIFETIME).plusSeconds(3);
    forgetAllBefore(cutOff.plusSeconds(1));
    User user = user();
    Session first = added(user, LONG_AGO);
    Session second = added(user, LONG_AGO.plusSeconds(1));
    Session third = added(user, LONG_AGO.plusSeconds(2));
    Session expiringThen = added(user, LONG_AGO.plusSeconds(3));
    Session living = added(user, NOW);

    assertThat(forgetBefore(cutOff, 2)).isEqualTo(2);
    assertThat(forgetBefore(cutOff, 2)).isEqualTo(1);
    assertThat(forgetBefore(cutOff, 2)).isZero();
    assertThat(stored(first.id())).isEmpty();
    assertThat(stored(second.id())).isEmpty();
    assertThat(stored(third.id())).isEmpty();
    assertStored(expiringThen);
    assertStored(living);
  }

  private User user() {
    User user = People.ada(IDENTIFIERS, unique() + "@example.com", NOW);
    inTransaction(() -> users().add(user, new PasswordHash("$argon2id$v=19$none")));
    return user;
  }

  private Session added(User user, Instant at) {
    Session session = Session.start(new SessionId(IDENTIFIERS.next()), user.id(), CLIENT, at);
    inTransaction(() -> sessions().add(session));
    return session;
  }

  private Optional<Session> stored(SessionId id) {
    return inTransaction(() -> sessions().findForUpdate(id));
  }

  private void assertStored(Session session) {
    assertThat(stored(session.id())).contains(session);
  }

  private Optional<User> activeUser(SessionId id, Instant at) {
    Optional<User> found = unitOfWork().reading(() -> sessions().findActiveUser(id, at));
    assertThat(inTransaction(() -> sessions().findActiveUser(id, at))).isEqualTo(found);
    return found;
  }

  private int forgetBefore(Instant instant, int limit) {
    return inTransaction(() -> sessions().forgetExpiredBefore(instant, limit));
  }

  private void forgetAllBefore(Instant instant) {
    int forgotten;
    do {
      forgotten = forgetBefore(instant, 1_000);
    } while (forgotten > 0);
  }
}
