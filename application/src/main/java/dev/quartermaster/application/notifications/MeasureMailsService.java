package dev.quartermaster.application.notifications;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.notifications.MailLoad;
import dev.quartermaster.domain.notifications.MailQueue;
import dev.quartermaster.domain.shared.UnitOfWork;

@UseCase
final class MeasureMailsService implements MeasureMails {
  private final UnitOfWork unitOfWork;
  private final MailQueue queue;

  MeasureMailsService(UnitOfWork unitOfWork, MailQueue queue) {
    this.unitOfWork = unitOfWork;
    this.queue = queue;
  }

  @Override
  public MailLoad measure() {
    return unitOfWork.inTransaction(queue::load);
  }
}
