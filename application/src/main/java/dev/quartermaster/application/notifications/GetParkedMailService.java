package dev.quartermaster.application.notifications;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.notifications.ParkedMail;
import dev.quartermaster.domain.notifications.ParkedMails;
import dev.quartermaster.domain.shared.NotFound;
import dev.quartermaster.domain.shared.Permission;
import dev.quartermaster.domain.shared.UnitOfWork;

@UseCase
final class GetParkedMailService implements GetParkedMail {
  private final UnitOfWork unitOfWork;
  private final ParkedMails mails;

  GetParkedMailService(UnitOfWork unitOfWork, ParkedMails mails) {
    this.unitOfWork = unitOfWork;
    this.mails = mails;
  }

  @Override
  public ParkedMail get(Query query) {
    query.actor().require(Permission.JOBS_WRITE);
    return unitOfWork
        .inTransaction(() -> mails.find(query.mailId()))
        .orElseThrow(() -> new NotFound("mail", query.mailId()));
  }
}
