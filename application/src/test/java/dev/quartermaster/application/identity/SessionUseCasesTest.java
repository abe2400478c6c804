package dev.quartermaster.application.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.quartermaster.domain.identity.InvalidCredentials;
import dev.quartermaster.domain.identity.InvalidRefreshToken;
import dev.quartermaster.domain.identity.PasswordHash;
import dev.quartermaster.domain.identity.RawPassword;
import dev.quartermaster.domain.identity.RefreshTokens;
import dev.quartermaster.domain.identity.Role;
import dev.quartermaster.domain.identity.Session;
import dev.quartermaster.domain.identity.SessionField;
import dev.quartermaster.domain.identity.SessionId;
import dev.quartermaster.domain.identity.User;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.ApiKeyId;
import dev.quartermaster.domain.shared.Forbidden;
import dev.quartermaster.domain.shared.NotFound;
import dev.quartermaster.domain.shared.PageRequest;
import dev.quartermaster.domain.shared.Permission;
import dev.quartermaster.domain.shared.Unauthenticated;
import dev.quartermaster.testkit.identity.InMemoryAccountMails;
import dev.quartermaster.testkit.identity.InMemoryPublicKeys;
import dev.quartermaster.testkit.shared.Actors;
import dev.quartermaster.testkit.shared.Concurrently;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SessionUseCasesTest {
  private final Identity identity = new Identity();
  private final InMemoryAccountMails accountMails = new InMemoryAccountMails(identity.unitOfWork);
  private final RefreshSession refreshSession =
      new RefreshSessionService(
          identity.unitOfWork,
          identity.sessions,
          identity.users,
          identity.accessTokens,
          identity.refreshTokens,
          accountMails,
          identity.auditTrail,
          identity.clock);
  private final LogOut logOut =
      new LogOutService(
          identity.unitOfWork,
          identity.sessions,
          identity.refreshTokens,
          identity.auditTrail,
          identity.clock);
  private final LogOutEverywhere logOutEverywhere =
      new LogOutEverywhereService(
          identity.unitOfWork, identity.sessions, identity.auditTrail, identity.clock);
  private final ListSessions listSessions =
      new ListSessionsService(identity.unitOfWork, identity.sessions, identity.clock);
  private final EndSession endSession =
      new EndSessionService(
          identity.unitOfWork, identity.sessions, identity.auditTrail, identity.clock);
  private final EndOtherSessions endOtherSessions =
      new EndOtherSessionsService(
          identity.unitOfWork, identity.sessions, identity.auditTrail, identity.clock);
  private final ForgetExpiredSessions forget =
      new ForgetExpiredSessionsService(identity.unitOfWork, identity.sessions, identity.clock);
  private User ada;
  private User eve;

  @BeforeEach
  void signUp() {
    ada = identity.customer("ada@example.com");
    eve = identity.customer("eve@example.com");
  }

  @Test
  void whoKnowsThePasswordGetsASession() {
    LogIn.SignedIn result =
        (LogIn.SignedIn)
            identity.logIn.logIn(
                new LogIn.Command(" ADA@example.com ", Identity.PASSWORD, Identity.CLIENT));
    assertThat(result.user()).isEqualTo(ada);
    assertThat(result.accessToken()).contains(ada.id().toString());
    assertThat(identity.actorOf(result.refreshToken())).isEqualTo(Identity.as(ada));
  }

  @Test
  void whichOfTheCredentialsIsWrongStaysUnsaid() {
    for (LogIn.Command wrong :
        List.of(
            new LogIn.Command(
                "ada@example.com", new RawPassword("wrong horse battery"), Identity.CLIENT),
            new LogIn.Command("nobody@example.com", Identity.PASSWORD, Identity.CLIENT),
            new LogIn.Command("no address", Identity.PASSWORD, Identity.CLIENT),
            new LogIn.Command("", new RawPassword(""), Identity.CLIENT))) {
      assertThatExceptionOfType(InvalidCredentials.class)
          .isThrownBy(() -> identity.logIn.logIn(wrong))
          .withMessage(new InvalidCredentials().detail());
    }
  }

  @Test
  void loggingInRehashesWhenMoreIsAskedOfHashes() {
    PasswordHash before = hashOf(ada);
    identity.loggedIn(ada);
    assertThat(hashOf(ada)).isEqualTo(before);

    identity.hasher.raise();
    identity.loggedIn(ada);
    PasswordHash after = hashOf(ada);
    assertThat(after).isNotEqualTo(before);
    assertThat(identity.hasher.needsRehash(after)).isFalse();
    identity.loggedIn(ada);
    assertThat(hashOf(ada)).isEqualTo(after);
  }

  @Test
  void aWrongPasswordRehashesNothing() {
    PasswordHash before = hashOf(ada);
    identity.hasher.raise();
    assertThatExceptionOfType(InvalidCredentials.class)
        .isThrownBy(
            () ->
                identity.logIn.logIn(
                    new LogIn.Command(
                        "ada@example.com",
                        new RawPassword("wrong horse battery"),
                        Identity.CLIENT)));
    assertThat(hashOf(ada)).isEqualTo(before);
  }

  private PasswordHash hashOf(User user) {
    return identity.users.findCredential(user.email()).orElseThrow().password();
  }

  @Test
  void aDeletedAccountCannotLogIn() {
    identity.unitOfWork.inTransaction(
        () -> identity.users.delete(ada.id(), identity.clock.instant()));
    assertThatExceptionOfType(InvalidCredentials.class).isThrownBy(() -> identity.loggedIn(ada));
  }

  @Test
  void aSessionActsWithThePermissionsOfThisMoment() {
    String token = identity.loggedIn(ada).refreshToken();
    assertThat(identity.actorOf(token).permissions()).isEmpty();
    identity.unitOfWork.inTransaction(
        () -> identity.users.update(ada.withRoles(Set.of(Role.STAFF), identity.clock.instant())));
    assertThat(identity.actorOf(token).may(Permission.CATALOG_WRITE)).isTrue();
  }

  @Test
  void anUnknownSessionIsNobodys() {
    SessionId unknown = new SessionId(identity.identifiers.next());
    assertThatExceptionOfType(Unauthenticated.class)
        .isThrownBy(
            () -> identity.authenticate.authenticate(new AuthenticateSession.Query(unknown)));
  }

  @Test
  void aRefreshGivesTheNextPairOfTokens() {
    LogIn.SignedIn first = identity.loggedIn(ada);
    identity.clock.advance(Duration.ofMinutes(14));
    RefreshSession.Result second = refreshed(first.refreshToken());
    assertThat(second.user()).isEqualTo(ada);
    assertThat(second.accessToken()).isNotEqualTo(first.accessToken());
    assertThat(second.refreshToken()).isNotEqualTo(first.refreshToken());
    assertThat(refreshed(second.refreshToken()).user()).isEqualTo(ada);
  }

  @Test
  void aRefreshLengthensTheSession() {
    String token = identity.loggedIn(ada).refreshToken();
    for (int week = 0; week < 3; week++) {
      identity.clock.advance(Duration.ofDays(6));
      token = refreshed(token).refreshToken();
    }
    assertThat(identity.actorOf(token).id()).isEqualTo(ada.id());
  }

  @Test
  void aRepeatWithinTenSecondsGetsTheSameSuccessor() {
    String first = identity.loggedIn(ada).refreshToken();
    RefreshSession.Result second = refreshed(first);
    identity.clock.advance(Duration.ofSeconds(10));
    RefreshSession.Result repeated = refreshed(first);
    assertThat(repeated.refreshToken()).isEqualTo(second.refreshToken());
    assertThat(repeated.user()).isEqualTo(ada);
    assertThat(refreshed(repeated.refreshToken()).user()).isEqualTo(ada);
  }

  @Test
  void tabsThatRefreshAtOnceGetTheSameSuccessor() {
    String first = identity.loggedIn(ada).refreshToken();
    List<String> successors = Concurrently.inThreads(8, () -> refreshed(first).refreshToken());
    assertThat(Set.copyOf(successors)).hasSize(1);
    assertThatCode(() -> refreshed(successors.getFirst())).doesNotThrowAnyException();
  }

  @Test
  void laterReuseEndsTheWholeSession() {
    String first = identity.loggedIn(ada).refreshToken();
    String second = refreshed(first).refreshToken();
    identity.clock.advance(Duration.ofSeconds(11));
    assertThat(identity.actorOf(second).id()).isEqualTo(ada.id());

    assertRefused(first);
    assertRefused(second);
    assertEnded(second);
  }

  @Test
  void aTokenOfTwoGenerationsAgoEndsTheSessionAtOnce() {
    String first = identity.loggedIn(ada).refreshToken();
    String third = refreshed(refreshed(first).refreshToken()).refreshToken();
    assertRefused(first);
    assertRefused(third);
    assertEnded(third);
  }

  @Test
  void reuseLeavesOtherSessionsAlone() {
    String other = identity.loggedIn(ada).refreshToken();
    String first = identity.loggedIn(ada).refreshToken();
    refreshed(refreshed(first).refreshToken());
    assertRefused(first);
    assertThat(identity.actorOf(other).id()).isEqualTo(ada.id());
  }

  @Test
  void aTokenThatIsNoneOfOursIsRefused() {
    assertRefused("");
    assertRefused("refresh.unknown");
    assertRefused(
        identity.refreshTokens.tokenOf(
            new RefreshTokens.Claim(new SessionId(identity.identifiers.next()), 0)));
  }

  @Test
  void anExpiredSessionIsOver() {
    String token = identity.loggedIn(ada).refreshToken();
    identity.clock.advance(Session.LIFETIME);
    assertRefused(token);
    assertEnded(token);
  }

  @Test
  void theSessionOfADeletedAccountIsOver() {
    String token = identity.loggedIn(ada).refreshToken();
    identity.unitOfWork.inTransaction(
        () -> identity.users.delete(ada.id(), identity.clock.instant()));
    assertRefused(token);
    assertEnded(token);
  }

  @Test
  void loggingOutEndsTheSessionAtOnce() {
    String token = identity.loggedIn(ada).refreshToken();
    String other = identity.loggedIn(ada).refreshToken();
    loggedOut(ada, token);
    assertEnded(token);
    assertRefused(token);
    assertThat(identity.actorOf(other).id()).isEqualTo(ada.id());
  }

  @Test
  void loggingOutTwiceOrWithAForeignTokenChangesNothing() {
    String token = identity.loggedIn(ada).refreshToken();
    loggedOut(eve, token);
    loggedOut(ada, "refresh.unknown");
    loggedOut(
        ada,
        identity.refreshTokens.tokenOf(
            new RefreshTokens.Claim(new SessionId(identity.identifiers.next()), 0)));
    assertThat(identity.actorOf(token).id()).isEqualTo(ada.id());
    loggedOut(ada, token);
    loggedOut(ada, token);
    assertEnded(token);
  }

  @Test
  void loggingOutEverywhereEndsAllOfOnesSessions() {
    String first = identity.loggedIn(ada).refreshToken();
    String second = identity.loggedIn(ada).refreshToken();
    String others = identity.loggedIn(eve).refreshToken();
    logOutEverywhere.logOutEverywhere(new LogOutEverywhere.Command(Identity.as(ada)));
    assertEnded(first);
    assertEnded(second);
    assertThat(identity.actorOf(others).id()).isEqualTo(eve.id());
    assertThat(identity.actorOf(identity.loggedIn(ada).refreshToken()).id()).isEqualTo(ada.id());
  }

  @Test
  void everyChangeOfASessionIsInTheAuditTrailOnce() {
    String first = identity.loggedIn(ada).refreshToken();
    String second = refreshed(first).refreshToken();
    refreshed(first);
    loggedOut(ada, second);
    loggedOut(ada, second);

    assertThat(identity.auditTrail.actionsOn(sessionOf(first)))
        .containsExactly("session.opened", "session.refreshed", "session.ended");
  }

  @Test
  void theAuditTrailAndAMailTellOfReuse() {
    String first = identity.loggedIn(ada).refreshToken();
    refreshed(refreshed(first).refreshToken());
    assertRefused(first);
    assertRefused(first);

    assertThat(identity.auditTrail.actionsOn(sessionOf(first)))
        .endsWith("session.reuse-detected")
        .containsOnlyOnce("session.reuse-detected");
    assertThat(accountMails.sent())
        .containsExactly(
            new InMemoryAccountMails.Sent(
                InMemoryAccountMails.Kind.TOKEN_REUSE, ada.email(), Optional.empty()));
  }

  @Test
  void somebodySeesWhereTheyAreLoggedIn() {
    String before = identity.loggedIn(ada).refreshToken();
    identity.clock.advance(Duration.ofMinutes(5));
    String after = identity.loggedIn(ada).refreshToken();
    String ended = identity.loggedIn(ada).refreshToken();
    loggedOut(ada, ended);
    identity.loggedIn(eve);
    identity.clock.advance(Duration.ofMinutes(5));
    refreshed(before);

    assertThat(sessionsOf(Identity.as(ada)))
        .extracting(Session::id)
        .containsExactly(sessionOf(after), sessionOf(before));
    Session refreshed = sessionsOf(Identity.as(ada)).getLast();
    assertThat(refreshed.client()).isEqualTo(Identity.CLIENT);
    assertThat(refreshed.createdAt()).isEqualTo(Instant.parse("2026-03-01T10:00:00Z"));
    assertThat(refreshed.lastUsedAt()).isEqualTo(Instant.parse("2026-03-01T10:10:00Z"));
  }

  @Test
  void anEndedSessionIsOverAtOnce() {
    String token = identity.loggedIn(ada).refreshToken();
    String other = identity.loggedIn(ada).refreshToken();
    end(Identity.as(ada), sessionOf(token));
    assertEnded(token);
    assertRefused(token);
    assertThat(identity.actorOf(other).id()).isEqualTo(ada.id());
    assertThat(identity.auditTrail.actionsOn(sessionOf(token)))
        .containsExactly("session.opened", "session.ended");
  }

  @Test
  void onlyOnesOwnActiveSessionsCanBeEnded() {
    String token = identity.loggedIn(ada).refreshToken();
    SessionId unknown = new SessionId(identity.identifiers.next());
    assertNotFound(Identity.as(eve), sessionOf(token));
    assertNotFound(Identity.as(ada), unknown);
    assertThat(identity.actorOf(token).id()).isEqualTo(ada.id());
    end(Identity.as(ada), sessionOf(token));
    assertNotFound(Identity.as(ada), sessionOf(token));
  }

  @Test
  void allOtherSessionsCanBeEnded() {
    String current = identity.loggedIn(ada).refreshToken();
    String other = identity.loggedIn(ada).refreshToken();
    String strangers = identity.loggedIn(eve).refreshToken();
    endOthers(Optional.of(sessionOf(current)));
    endOthers(Optional.of(sessionOf(current)));
    assertEnded(other);
    assertThat(identity.actorOf(current).id()).isEqualTo(ada.id());
    assertThat(identity.actorOf(strangers).id()).isEqualTo(eve.id());
    assertThat(identity.auditTrail.actionsOn(ada.id()))
        .containsOnlyOnce("user.other-sessions-ended");

    endOthers(Optional.empty());
    assertEnded(current);
  }

  @Test
  void sessionsAreLeftToPeople() {
    SessionId session = sessionOf(identity.loggedIn(ada).refreshToken());
    Actor program =
        new Actor.KeyHolder(
            new ApiKeyId(identity.identifiers.next()), ada.id(), Set.of(Permission.values()));
    assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> sessionsOf(program));
    assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> end(program, session));
    assertThatExceptionOfType(Unauthenticated.class)
        .isThrownBy(() -> sessionsOf(Actors.anonymous()));
    assertThatExceptionOfType(Unauthenticated.class)
        .isThrownBy(() -> end(Actors.anonymous(), session));
  }

  private List<Session> sessionsOf(Actor actor) {
    PageRequest<SessionField> page = new PageRequest<>(new PageRequest.Page(1), 20, List.of());
    return listSessions.list(new ListSessions.Query(actor, page)).items();
  }

  private SessionId sessionOf(String token) {
    return identity.refreshTokens.read(token).orElseThrow().session();
  }

  private void end(Actor actor, SessionId session) {
    endSession.end(new EndSession.Command(actor, session));
  }

  private void endOthers(Optional<SessionId> current) {
    endOtherSessions.end(new EndOtherSessions.Command(Identity.as(ada), current));
  }

  private void assertNotFound(Actor actor, SessionId session) {
    assertThatExceptionOfType(NotFound.class).isThrownBy(() -> end(actor, session));
  }

  @Test
  void onlyWhoIsSignedInLogsOut() {
    String token = identity.loggedIn(ada).refreshToken();
    assertThatExceptionOfType(Unauthenticated.class)
        .isThrownBy(() -> logOut.logOut(new LogOut.Command(Actors.anonymous(), token)));
    assertThatExceptionOfType(Unauthenticated.class)
        .isThrownBy(
            () ->
                logOutEverywhere.logOutEverywhere(
                    new LogOutEverywhere.Command(Actors.anonymous())));
    assertThat(identity.actorOf(token).id()).isEqualTo(ada.id());
  }

  @Test
  void forgetsSessionsAWeekAfterTheyExpired() {
    String token = identity.loggedIn(ada).refreshToken();
    identity.loggedIn(eve);
    SessionId session = identity.refreshTokens.read(token).orElseThrow().session();
    identity.clock.advance(Session.LIFETIME.plus(ForgetExpiredSessions.RETENTION));
    assertThat(forgotten(10)).isZero();
    identity.clock.advance(Duration.ofSeconds(1));
    assertThat(forgotten(1)).isEqualTo(1);
    assertThat(forgotten(10)).isEqualTo(1);
    assertThat(identity.unitOfWork.inTransaction(() -> identity.sessions.findForUpdate(session)))
        .isEmpty();
  }

  @Test
  void publishesTheKeysOfTheAccessTokens() {
    InMemoryPublicKeys keys = new InMemoryPublicKeys();
    assertThat(new GetPublicKeysService(keys).get()).isEqualTo(keys.asJwkSet());
  }

  private RefreshSession.Result refreshed(String token) {
    return refreshSession.refresh(new RefreshSession.Command(token));
  }

  private void loggedOut(User user, String token) {
    logOut.logOut(new LogOut.Command(Identity.as(user), token));
  }

  private int forgotten(int limit) {
    return forget.forget(new ForgetExpiredSessions.Command(limit)).forgotten();
  }

  private void assertRefused(String token) {
    assertThatExceptionOfType(InvalidRefreshToken.class).isThrownBy(() -> refreshed(token));
  }

  private void assertEnded(String token) {
    assertThatExceptionOfType(Unauthenticated.class).isThrownBy(() -> identity.actorOf(token));
  }
}
