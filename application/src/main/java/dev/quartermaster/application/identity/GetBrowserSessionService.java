package dev.quartermaster.application.identity;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.identity.BrowserTokens;
import dev.quartermaster.domain.identity.Session;
import dev.quartermaster.domain.identity.Sessions;
import dev.quartermaster.domain.identity.User;
import dev.quartermaster.domain.identity.Users;
import dev.quartermaster.domain.shared.Unauthenticated;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.domain.shared.UserId;
import java.time.Instant;
import java.time.InstantSource;

@UseCase
final class GetBrowserSessionService implements GetBrowserSession {
  private final UnitOfWork unitOfWork;
  private final Sessions sessions;
  private final Users users;
  private final BrowserTokens browserTokens;
  private final InstantSource clock;

  GetBrowserSessionService(
      UnitOfWork unitOfWork,
      Sessions sessions,
      Users users,
      BrowserTokens browserTokens,
      InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.sessions = sessions;
    this.users = users;
    this.browserTokens = browserTokens;
    this.clock = clock;
  }

  @Override
  public Result get(Query query) {
    UserId user = query.actor().requireUser();
    return unitOfWork.inTransaction(
        () -> {
          Instant now = clock.instant();
          Session session =
              sessions
                  .find(query.session())
                  .filter(found -> found.userId().equals(user) && found.isActive(now))
                  .orElseThrow(Unauthenticated::new);
          User owner = users.find(user).orElseThrow(Unauthenticated::new);
          return new Result(owner, browserTokens.csrfTokenOf(session.id()), session.expiresAt());
        });
  }
}
