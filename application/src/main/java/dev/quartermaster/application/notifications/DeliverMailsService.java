package dev.quartermaster.application.notifications;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.notifications.Mail;
import dev.quartermaster.domain.notifications.MailQueue;
import dev.quartermaster.domain.notifications.OutgoingMail;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

@UseCase
final class DeliverMailsService implements DeliverMails {
  private final UnitOfWork unitOfWork;
  private final MailQueue queue;
  private final Mail transport;
  private final InstantSource clock;

  DeliverMailsService(UnitOfWork unitOfWork, MailQueue queue, Mail transport, InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.queue = queue;
    this.transport = transport;
    this.clock = clock;
  }

  @Override
  public Result deliver(Command command) {
    Instant now = clock.instant();
    List<OutgoingMail> batch =
        unitOfWork.inTransaction(() -> queue.take(now, now.plus(LEASE), command.limit()));
    List<Failure> failures = new ArrayList<>();
    Optional<Mail.Unreachable> outage = Optional.empty();
    for (OutgoingMail mail : batch) {
      // A server that did not answer once is not waited for again by the rest of the batch.
      Mail.Outcome outcome = outage.isPresent() ? outage.get() : transport.send(mail);
      switch (outcome) {
        case Mail.Accepted() -> unitOfWork.inTransaction(() -> queue.remove(mail.id()));
        case Mail.Refused(var reason) -> failures.add(postponed(mail, reason));
        case Mail.Unreachable(var reason) -> {
          outage = Optional.of(new Mail.Unreachable(reason));
          failures.add(postponed(mail, reason));
        }
      }
    }
    return new Result(batch.size(), failures);
  }

  private Failure postponed(OutgoingMail mail, String reason) {
    Instant now = clock.instant();
    Optional<OutgoingMail> later = mail.postponed(now);
    unitOfWork.inTransaction(
        () -> later.ifPresentOrElse(queue::postpone, () -> queue.park(mail, reason, now)));
    return new Failure(mail.id(), mail.template(), mail.attempts(), reason, later.isEmpty());
  }
}
