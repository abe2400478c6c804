package dev.quartermaster.application.notifications;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.notifications.ParkedMails;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.time.InstantSource;

@UseCase
final class ForgetParkedMailsService implements ForgetParkedMails {
  private final UnitOfWork unitOfWork;
  private final ParkedMails mails;
  private final InstantSource clock;

  ForgetParkedMailsService(UnitOfWork unitOfWork, ParkedMails mails, InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.mails = mails;
    this.clock = clock;
  }

  @Override
  public Result forget(Command command) {
    return unitOfWork.inTransaction(
        () -> new Result(mails.forgetBefore(clock.instant().minus(RETENTION), command.limit())));
  }
}
