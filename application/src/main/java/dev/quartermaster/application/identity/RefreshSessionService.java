package dev.quartermaster.application.identity;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.identity.AccessTokens;
import dev.quartermaster.domain.identity.AccountMails;
import dev.quartermaster.domain.identity.RefreshTokens;
import dev.quartermaster.domain.identity.Session;
import dev.quartermaster.domain.identity.Sessions;
import dev.quartermaster.domain.identity.Users;
import dev.quartermaster.domain.shared.AuditTrail;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.time.InstantSource;

@UseCase
final class RefreshSessionService implements RefreshSession {
  private final SessionSuccession succession;
  private final AccessTokens accessTokens;
  private final RefreshTokens refreshTokens;

  RefreshSessionService(
      UnitOfWork unitOfWork,
      Sessions sessions,
      Users users,
      AccessTokens accessTokens,
      RefreshTokens refreshTokens,
      AccountMails accountMails,
      AuditTrail auditTrail,
      InstantSource clock) {
    this.succession =
        new SessionSuccession(
            unitOfWork, sessions, users, refreshTokens, accountMails, auditTrail, clock);
    this.accessTokens = accessTokens;
    this.refreshTokens = refreshTokens;
  }

  @Override
  public Result refresh(Command command) {
    SessionSuccession.Succession moved =
        succession.moveOn(command.refreshToken(), "session.refreshed");
    Session session = moved.session();
    return new Result(
        moved.owner(),
        accessTokens.issue(moved.owner(), session.id(), moved.at()),
        AccessTokens.LIFETIME,
        refreshTokens.tokenOf(new RefreshTokens.Claim(session.id(), session.generation())));
  }
}
