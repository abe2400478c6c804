package dev.quartermaster.application.identity;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.identity.AccountMails;
import dev.quartermaster.domain.identity.BrowserTokens;
import dev.quartermaster.domain.identity.RefreshTokens;
import dev.quartermaster.domain.identity.Session;
import dev.quartermaster.domain.identity.Sessions;
import dev.quartermaster.domain.identity.Users;
import dev.quartermaster.domain.shared.AuditTrail;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.time.Duration;
import java.time.InstantSource;

@UseCase
final class OpenBrowserSessionService implements OpenBrowserSession {
  private final SessionSuccession succession;
  private final BrowserTokens browserTokens;

  OpenBrowserSessionService(
      UnitOfWork unitOfWork,
      Sessions sessions,
      Users users,
      RefreshTokens refreshTokens,
      BrowserTokens browserTokens,
      AccountMails accountMails,
      AuditTrail auditTrail,
      InstantSource clock) {
    this.succession =
        new SessionSuccession(
            unitOfWork, sessions, users, refreshTokens, accountMails, auditTrail, clock);
    this.browserTokens = browserTokens;
  }

  @Override
  public Result open(Command command) {
    SessionSuccession.Succession moved =
        succession.moveOn(command.refreshToken(), "session.moved-to-browser");
    Session session = moved.session();
    return new Result(
        moved.owner(),
        browserTokens.cookieOf(session.id()),
        browserTokens.csrfTokenOf(session.id()),
        session.expiresAt(),
        Duration.between(moved.at(), session.expiresAt()));
  }
}
