package dev.quartermaster.application.identity;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.identity.EmailAddress;
import dev.quartermaster.domain.identity.PasswordResetRequests;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.Allowance;
import dev.quartermaster.domain.shared.AuditEntry;
import dev.quartermaster.domain.shared.AuditTrail;
import dev.quartermaster.domain.shared.Identifiers;
import dev.quartermaster.domain.shared.RateLimits;
import dev.quartermaster.domain.shared.RatePolicy;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;

@UseCase
final class RequestPasswordResetService implements RequestPasswordReset {
  private final UnitOfWork unitOfWork;
  private final PasswordResetRequests requests;
  private final RateLimits rateLimits;
  private final AuditTrail auditTrail;
  private final Identifiers identifiers;
  private final InstantSource clock;

  RequestPasswordResetService(
      UnitOfWork unitOfWork,
      PasswordResetRequests requests,
      RateLimits rateLimits,
      AuditTrail auditTrail,
      Identifiers identifiers,
      InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.requests = requests;
    this.rateLimits = rateLimits;
    this.auditTrail = auditTrail;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  @Override
  public void request(Command command) {
    EmailAddress email = new EmailAddress(command.email());
    rateLimits
        .take(RatePolicy.MAIL, "address:" + command.client().network())
        .ifPresent(Allowance::require);
    boolean isWithinLimit =
        rateLimits.take(RatePolicy.MAIL, "account:" + email).map(Allowance::granted).orElse(true);
    if (isWithinLimit) {
      unitOfWork.inTransaction(() -> add(email, clock.instant()));
    }
  }

  /** Audited without the address, which may be that of somebody who has no account. */
  private void add(EmailAddress email, Instant now) {
    UUID id = identifiers.next();
    requests.add(id, email, now);
    auditTrail.append(
        AuditEntry.of(
            new Actor.Anonymous(), "password-reset.requested", "password-reset", id, now));
  }
}
