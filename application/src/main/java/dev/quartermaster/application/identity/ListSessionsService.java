package dev.quartermaster.application.identity;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.identity.Session;
import dev.quartermaster.domain.identity.Sessions;
import dev.quartermaster.domain.shared.Slice;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.domain.shared.UserId;
import java.time.InstantSource;

@UseCase
final class ListSessionsService implements ListSessions {
  private final UnitOfWork unitOfWork;
  private final Sessions sessions;
  private final InstantSource clock;

  ListSessionsService(UnitOfWork unitOfWork, Sessions sessions, InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.sessions = sessions;
    this.clock = clock;
  }

  @Override
  public Slice<Session> list(Query query) {
    UserId user = query.actor().requireUser();
    return unitOfWork.inTransaction(() -> sessions.listActive(user, clock.instant(), query.page()));
  }
}
