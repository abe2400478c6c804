package dev.quartermaster.application.notifications;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.notifications.MailId;
import dev.quartermaster.domain.notifications.MailQueue;
import dev.quartermaster.domain.notifications.OutgoingMail;
import dev.quartermaster.domain.shared.Identifiers;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.time.InstantSource;

@UseCase
final class QueueMailService implements QueueMail {
  private final UnitOfWork unitOfWork;
  private final MailQueue queue;
  private final Identifiers identifiers;
  private final InstantSource clock;

  QueueMailService(
      UnitOfWork unitOfWork, MailQueue queue, Identifiers identifiers, InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.queue = queue;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  @Override
  public void queue(Command command) {
    OutgoingMail mail =
        OutgoingMail.of(
                new MailId(identifiers.next()),
                command.recipient(),
                command.template(),
                command.parameters(),
                clock.instant())
            .in(command.language());
    unitOfWork.inTransaction(() -> queue.add(mail));
  }
}
