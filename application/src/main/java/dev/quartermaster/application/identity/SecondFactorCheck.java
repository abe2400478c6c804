package dev.quartermaster.application.identity;

import dev.quartermaster.domain.identity.Client;
import dev.quartermaster.domain.identity.MfaNotEnabled;
import dev.quartermaster.domain.identity.SecondFactor;
import dev.quartermaster.domain.identity.SecondFactors;
import dev.quartermaster.domain.identity.User;
import dev.quartermaster.domain.identity.Users;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.AuditEntry;
import dev.quartermaster.domain.shared.AuditTrail;
import dev.quartermaster.domain.shared.InvalidInput;
import dev.quartermaster.domain.shared.NotFound;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.domain.shared.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Checks a user's code under the guard, and uses it up with whatever it is good for. */
final class SecondFactorCheck {
  private final UnitOfWork unitOfWork;
  private final LogInGuard guard;
  private final Users users;
  private final SecondFactors secondFactors;
  private final SecondFactorCodes codes;
  private final AuditTrail auditTrail;

  SecondFactorCheck(
      UnitOfWork unitOfWork,
      LogInGuard guard,
      Users users,
      SecondFactors secondFactors,
      SecondFactorCodes codes,
      AuditTrail auditTrail) {
    this.unitOfWork = unitOfWork;
    this.guard = guard;
    this.users = users;
    this.secondFactors = secondFactors;
    this.codes = codes;
    this.auditTrail = auditTrail;
  }

  /**
   * Does in one transaction with the code's use what it is good for.
   *
   * @param expected which state of the second factor the code is meant for
   * @param work takes the second factor, with the code used up, and the attempt, which it passes or
   *     takes back
   * @return what the work returns; empty when the code is no good
   */
  <T> Optional<T> withCode(
      User user,
      String code,
      Client client,
      Instant now,
      Predicate<SecondFactor> expected,
      BiFunction<SecondFactor, LogInGuard.Attempt, T> work) {
    LogInGuard.Attempt attempt = guard.begin(user.email().value(), client, now);
    attempt.requireOpen();
    Optional<T> result =
        unitOfWork.inTransaction(
            () ->
                accepted(user, code, now, expected)
                    .map(secondFactor -> work.apply(secondFactor, attempt)));
    if (result.isPresent()) {
      guard.giveBack(attempt);
    }
    return result;
  }

  /**
   * Does in one transaction with the code's use what a signed-in user needs a code for.
   *
   * @param work takes the second factor, with the code used up
   * @throws MfaNotEnabled when the user has no second factor
   * @throws InvalidInput naming the field {@code code} when it is no good
   */
  void requireCode(
      Actor actor, String code, Client client, Instant now, Consumer<SecondFactor> work) {
    User user = unitOfWork.inTransaction(() -> ownerOfActive(actor));
    Optional<SecondFactor> used =
        withCode(
            user,
            code,
            client,
            now,
            SecondFactor::isActive,
            (secondFactor, attempt) -> {
              guard.takeBack(attempt);
              work.accept(secondFactor);
              return secondFactor;
            });
    if (used.isEmpty()) {
      throw SecondFactorCodes.wrong();
    }
  }

  private User ownerOfActive(Actor actor) {
    UserId id = actor.requireUser();
    if (secondFactors.find(id).filter(SecondFactor::isActive).isEmpty()) {
      throw new MfaNotEnabled();
    }
    return users.find(id).orElseThrow(() -> new NotFound("user", id));
  }

  private Optional<SecondFactor> accepted(
      User user, String code, Instant now, Predicate<SecondFactor> expected) {
    return secondFactors
        .findForUpdate(user.id())
        .filter(SecondFactor::isActive)
        .filter(expected)
        .flatMap(
            known -> codes.accept(known, code, now).map(used -> saved(user, known, used, now)));
  }

  private SecondFactor saved(User user, SecondFactor known, SecondFactor used, Instant now) {
    secondFactors.save(used);
    if (used.recoveryCodes().size() < known.recoveryCodes().size()) {
      Actor owner = new Actor.SignedIn(user.id(), user.permissions());
      auditTrail.append(AuditEntry.of(owner, "mfa.recovery-code-used", "user", user.id(), now));
    }
    return used;
  }
}
