package dev.quartermaster.application.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.quartermaster.domain.identity.InvalidCsrfToken;
import dev.quartermaster.domain.identity.InvalidRefreshToken;
import dev.quartermaster.domain.identity.Role;
import dev.quartermaster.domain.identity.Session;
import dev.quartermaster.domain.identity.SessionId;
import dev.quartermaster.domain.identity.User;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.ApiKeyId;
import dev.quartermaster.domain.shared.Forbidden;
import dev.quartermaster.domain.shared.Permission;
import dev.quartermaster.domain.shared.Unauthenticated;
import dev.quartermaster.testkit.identity.InMemoryBrowserTokens;
import dev.quartermaster.testkit.shared.Actors;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BrowserSessionUseCasesTest {
  private final Identity identity = new Identity();
  private final InMemoryBrowserTokens browserTokens = new InMemoryBrowserTokens();
  private final OpenBrowserSession open =
      new OpenBrowserSessionService(
          identity.unitOfWork,
          identity.sessions,
          identity.users,
          identity.refreshTokens,
          browserTokens,
          identity.mails,
          identity.auditTrail,
          identity.clock);
  private final AuthenticateBrowserSession authenticate =
      new AuthenticateBrowserSessionService(
          identity.unitOfWork, identity.sessions, browserTokens, identity.clock);
  private final GetBrowserSession get =
      new GetBrowserSessionService(
          identity.unitOfWork, identity.sessions, identity.users, browserTokens, identity.clock);
  private final RefreshSession refresh =
      new RefreshSessionService(
          identity.unitOfWork,
          identity.sessions,
          identity.users,
          identity.accessTokens,
          identity.refreshTokens,
          identity.mails,
          identity.auditTrail,
          identity.clock);
  private User ada;

  @BeforeEach
  void signUp() {
    ada = identity.customer("ada@example.com");
  }

  @Test
  void aRefreshTokenOpensTheSessionInTheBrowser() {
    String token = identity.loggedIn(ada).refreshToken();
    identity.clock.advance(Duration.ofHours(1));

    OpenBrowserSession.Result opened = opened(token);

    assertThat(opened.user()).isEqualTo(ada);
    assertThat(opened.expiresIn()).isEqualTo(Session.LIFETIME);
    assertThat(opened.expiresAt()).isEqualTo(identity.clock.instant().plus(Session.LIFETIME));
    assertThat(reading(opened.cookie()))
        .isEqualTo(new AuthenticateBrowserSession.Result(Identity.as(ada), sessionOf(token)));
    assertThat(identity.auditTrail.actionsOn(sessionOf(token)))
        .containsExactly("session.opened", "session.moved-to-browser");
  }

  @Test
  void theTokenIsUsedUpByIt() {
    String token = identity.loggedIn(ada).refreshToken();
    String cookie = opened(token).cookie();
    identity.clock.advance(Session.REPEAT_WINDOW.plusMillis(1));

    assertThatExceptionOfType(InvalidRefreshToken.class)
        .isThrownBy(() -> refresh.refresh(new RefreshSession.Command(token)));
    assertThat(identity.auditTrail.actionsOn(sessionOf(token))).endsWith("session.reuse-detected");
    assertOver(cookie);
  }

  @Test
  void aRepetitionGetsTheSameSessionAndNotALongerOne() {
    String token = identity.loggedIn(ada).refreshToken();
    OpenBrowserSession.Result first = opened(token);
    identity.clock.advance(Session.REPEAT_WINDOW);

    OpenBrowserSession.Result second = opened(token);

    assertThat(second.cookie()).isEqualTo(first.cookie());
    assertThat(second.expiresAt()).isEqualTo(first.expiresAt());
    assertThat(second.expiresIn()).isEqualTo(Session.LIFETIME.minus(Session.REPEAT_WINDOW));
    assertThat(identity.auditTrail.actionsOn(sessionOf(token)))
        .containsOnlyOnce("session.moved-to-browser");
  }

  @Test
  void whatIsNoRefreshTokenOpensNothing() {
    String ended = identity.loggedIn(ada).refreshToken();
    identity.clock.advance(Session.LIFETIME);
    for (String token : new String[] {"", "refresh.unknown", ended}) {
      assertThatExceptionOfType(InvalidRefreshToken.class).isThrownBy(() -> opened(token));
    }
  }

  @Test
  void aChangeNeedsTheTokenOfThisVerySession() {
    OpenBrowserSession.Result session = opened(identity.loggedIn(ada).refreshToken());
    OpenBrowserSession.Result other = opened(identity.loggedIn(ada).refreshToken());

    assertRefused(session.cookie(), Optional.empty());
    assertRefused(session.cookie(), Optional.of(""));
    assertRefused(session.cookie(), Optional.of(other.csrfToken()));
    assertRefused(session.cookie(), Optional.of(session.cookie()));

    assertThat(changing(session.cookie(), Optional.of(session.csrfToken())).actor())
        .isEqualTo(Identity.as(ada));
  }

  @Test
  void readingNeedsNone() {
    OpenBrowserSession.Result session = opened(identity.loggedIn(ada).refreshToken());

    assertThat(reading(session.cookie()).actor()).isEqualTo(Identity.as(ada));
  }

  @Test
  void theCookieActsWithThePermissionsOfThisMoment() {
    String cookie = opened(identity.loggedIn(ada).refreshToken()).cookie();
    assertThat(reading(cookie).actor().permissions()).isEmpty();
    identity.unitOfWork.inTransaction(
        () -> identity.users.update(ada.withRoles(Set.of(Role.STAFF), identity.clock.instant())));
    assertThat(reading(cookie).actor().may(Permission.CATALOG_WRITE)).isTrue();
  }

  @Test
  void theCookieIsOverWithItsSession() {
    OpenBrowserSession.Result ended = opened(identity.loggedIn(ada).refreshToken());
    OpenBrowserSession.Result expired = opened(identity.loggedIn(ada).refreshToken());
    SessionId endedId = reading(ended.cookie()).session();
    SessionId expiredId = reading(expired.cookie()).session();

    identity.unitOfWork.inTransaction(
        () ->
            identity.sessions.update(
                identity
                    .sessions
                    .findForUpdate(endedId)
                    .orElseThrow()
                    .revoked(identity.clock.instant())));
    assertOver(ended.cookie());
    assertUnread(Identity.as(ada), endedId);
    assertThat(reading(expired.cookie()).session()).isEqualTo(expiredId);

    identity.clock.advance(Session.LIFETIME);
    assertOver(expired.cookie());
    assertUnread(Identity.as(ada), expiredId);
    // Whose session is over is told so, and not that a header is missing.
    assertThatExceptionOfType(Unauthenticated.class)
        .isThrownBy(() -> changing(expired.cookie(), Optional.empty()));
  }

  @Test
  void theCookieOfADeletedAccountIsOver() {
    String cookie = opened(identity.loggedIn(ada).refreshToken()).cookie();
    identity.unitOfWork.inTransaction(
        () -> identity.users.delete(ada.id(), identity.clock.instant()));
    assertOver(cookie);
  }

  @Test
  void aPageThatWasLoadedAnewLearnsWhoIsSignedIn() {
    OpenBrowserSession.Result opened = opened(identity.loggedIn(ada).refreshToken());
    SessionId session = reading(opened.cookie()).session();
    identity.clock.advance(Duration.ofDays(1));

    assertThat(get.get(new GetBrowserSession.Query(Identity.as(ada), session)))
        .isEqualTo(new GetBrowserSession.Result(ada, opened.csrfToken(), opened.expiresAt()));
  }

  @Test
  void onlyItsUserReadsASession() {
    SessionId session = reading(opened(identity.loggedIn(ada).refreshToken()).cookie()).session();
    Actor program =
        new Actor.KeyHolder(
            new ApiKeyId(identity.identifiers.next()), ada.id(), Set.of(Permission.values()));

    assertUnread(Identity.as(identity.customer("eve@example.com")), session);
    assertUnread(Actors.anonymous(), session);
    assertUnread(Identity.as(ada), new SessionId(identity.identifiers.next()));
    assertThatExceptionOfType(Forbidden.class)
        .isThrownBy(() -> get.get(new GetBrowserSession.Query(program, session)));
  }

  private OpenBrowserSession.Result opened(String refreshToken) {
    return open.open(new OpenBrowserSession.Command(refreshToken));
  }

  private AuthenticateBrowserSession.Result reading(String cookie) {
    return authenticate.authenticate(
        new AuthenticateBrowserSession.Query(cookie, false, Optional.empty()));
  }

  private AuthenticateBrowserSession.Result changing(String cookie, Optional<String> csrfToken) {
    return authenticate.authenticate(new AuthenticateBrowserSession.Query(cookie, true, csrfToken));
  }

  private SessionId sessionOf(String refreshToken) {
    return identity.refreshTokens.read(refreshToken).orElseThrow().session();
  }

  private void assertRefused(String cookie, Optional<String> csrfToken) {
    assertThatExceptionOfType(InvalidCsrfToken.class).isThrownBy(() -> changing(cookie, csrfToken));
  }

  private void assertOver(String cookie) {
    assertThatExceptionOfType(Unauthenticated.class).isThrownBy(() -> reading(cookie));
  }

  private void assertUnread(Actor actor, SessionId session) {
    assertThatExceptionOfType(Unauthenticated.class)
        .isThrownBy(() -> get.get(new GetBrowserSession.Query(actor, session)));
  }
}
