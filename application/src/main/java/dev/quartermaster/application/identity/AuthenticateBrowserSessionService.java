package dev.quartermaster.application.identity;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.identity.BrowserTokens;
import dev.quartermaster.domain.identity.InvalidCsrfToken;
import dev.quartermaster.domain.identity.SessionId;
import dev.quartermaster.domain.identity.Sessions;
import dev.quartermaster.domain.identity.User;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.Unauthenticated;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.time.InstantSource;

@UseCase
final class AuthenticateBrowserSessionService implements AuthenticateBrowserSession {
  private final UnitOfWork unitOfWork;
  private final Sessions sessions;
  private final BrowserTokens browserTokens;
  private final InstantSource clock;

  AuthenticateBrowserSessionService(
      UnitOfWork unitOfWork, Sessions sessions, BrowserTokens browserTokens, InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.sessions = sessions;
    this.browserTokens = browserTokens;
    this.clock = clock;
  }

  @Override
  public Result authenticate(Query query) {
    SessionId session = browserTokens.read(query.cookie()).orElseThrow(Unauthenticated::new);
    User user =
        unitOfWork
            .reading(() -> sessions.findActiveUser(session, clock.instant()))
            .orElseThrow(Unauthenticated::new);
    // Only now, so that a page whose session has ended is told to sign in again.
    if (query.isChange()
        && query
            .csrfToken()
            .filter(token -> browserTokens.isCsrfTokenOf(session, token))
            .isEmpty()) {
      throw new InvalidCsrfToken();
    }
    return new Result(new Actor.SignedIn(user.id(), user.permissions()), session);
  }
}
