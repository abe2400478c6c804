package dev.quartermaster.application.identity;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.identity.Sessions;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.Unauthenticated;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.time.InstantSource;

@UseCase
final class AuthenticateSessionService implements AuthenticateSession {
  private final UnitOfWork unitOfWork;
  private final Sessions sessions;
  private final InstantSource clock;

  AuthenticateSessionService(UnitOfWork unitOfWork, Sessions sessions, InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.sessions = sessions;
    this.clock = clock;
  }

  @Override
  public Actor.SignedIn authenticate(Query query) {
    return unitOfWork
        .reading(() -> sessions.findActiveUser(query.session(), clock.instant()))
        .map(user -> new Actor.SignedIn(user.id(), user.permissions()))
        .orElseThrow(Unauthenticated::new);
  }
}
