package dev.quartermaster.application.notifications;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.notifications.ParkedMails;
import dev.quartermaster.domain.shared.AuditEntry;
import dev.quartermaster.domain.shared.AuditTrail;
import dev.quartermaster.domain.shared.NotFound;
import dev.quartermaster.domain.shared.Permission;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.time.Instant;
import java.time.InstantSource;

@UseCase
final class RetryMailService implements RetryMail {
  private final UnitOfWork unitOfWork;
  private final ParkedMails mails;
  private final AuditTrail auditTrail;
  private final InstantSource clock;

  RetryMailService(
      UnitOfWork unitOfWork, ParkedMails mails, AuditTrail auditTrail, InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.mails = mails;
    this.auditTrail = auditTrail;
    this.clock = clock;
  }

  @Override
  public void retry(Command command) {
    command.actor().require(Permission.JOBS_WRITE);
    unitOfWork.inTransaction(
        () -> {
          Instant now = clock.instant();
          if (!mails.release(command.mailId(), now)) {
            throw new NotFound("mail", command.mailId());
          }
          auditTrail.append(
              AuditEntry.of(command.actor(), "mail.retried", "mail", command.mailId(), now));
        });
  }
}
