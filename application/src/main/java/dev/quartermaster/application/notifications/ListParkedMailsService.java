package dev.quartermaster.application.notifications;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.notifications.ParkedMail;
import dev.quartermaster.domain.notifications.ParkedMails;
import dev.quartermaster.domain.shared.Permission;
import dev.quartermaster.domain.shared.Slice;
import dev.quartermaster.domain.shared.UnitOfWork;

@UseCase
final class ListParkedMailsService implements ListParkedMails {
  private final UnitOfWork unitOfWork;
  private final ParkedMails mails;

  ListParkedMailsService(UnitOfWork unitOfWork, ParkedMails mails) {
    this.unitOfWork = unitOfWork;
    this.mails = mails;
  }

  @Override
  public Slice<ParkedMail> list(Query query) {
    query.actor().require(Permission.JOBS_WRITE);
    return unitOfWork.inTransaction(() -> mails.list(query.page()));
  }
}
