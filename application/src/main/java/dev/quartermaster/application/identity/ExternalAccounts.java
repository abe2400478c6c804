package dev.quartermaster.application.identity;

import dev.quartermaster.domain.identity.AccountEmailUnverified;
import dev.quartermaster.domain.identity.EmailAddress;
import dev.quartermaster.domain.identity.EmailTaken;
import dev.quartermaster.domain.identity.ExternalEmailUnverified;
import dev.quartermaster.domain.identity.ExternalIdentities;
import dev.quartermaster.domain.identity.ExternalIdentity;
import dev.quartermaster.domain.identity.ExternalPerson;
import dev.quartermaster.domain.identity.Language;
import dev.quartermaster.domain.identity.PasswordHasher;
import dev.quartermaster.domain.identity.Role;
import dev.quartermaster.domain.identity.User;
import dev.quartermaster.domain.identity.UserEvents;
import dev.quartermaster.domain.identity.Users;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.AuditEntry;
import dev.quartermaster.domain.shared.AuditTrail;
import dev.quartermaster.domain.shared.Change;
import dev.quartermaster.domain.shared.Identifiers;
import dev.quartermaster.domain.shared.Outbox;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.domain.shared.UserId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Which account belongs to somebody for whom an issuer vouches. An identity that is not linked yet
 * is linked by its verified address alone: to the account that has shown that the address is its
 * own, or else to a new one.
 */
final class ExternalAccounts {
  private final UnitOfWork unitOfWork;
  private final ExternalIdentities identities;
  private final Users users;
  private final PasswordHasher hasher;
  private final AuditTrail auditTrail;
  private final Outbox outbox;
  private final Identifiers identifiers;
  private final InstantSource clock;

  ExternalAccounts(
      UnitOfWork unitOfWork,
      ExternalIdentities identities,
      Users users,
      PasswordHasher hasher,
      AuditTrail auditTrail,
      Outbox outbox,
      Identifiers identifiers,
      InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.identities = identities;
    this.users = users;
    this.hasher = hasher;
    this.auditTrail = auditTrail;
    this.outbox = outbox;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  /**
   * Does the work with the person's account, in the transaction in which the account is found or
   * made.
   *
   * @throws ExternalEmailUnverified when the identity is not linked and nobody vouches for an
   *     address
   * @throws dev.quartermaster.domain.identity.AccountEmailUnverified when an account has the
   *     address and nobody has shown that it is theirs
   */
  <T> T withAccount(ExternalPerson person, Function<User, T> work) {
    try {
      return unitOfWork.inTransaction(() -> work.apply(account(person)));
    } catch (EmailTaken somebodyWasFirst) {
      // Whoever took the address has committed, so the account is found this time.
      return unitOfWork.inTransaction(() -> work.apply(account(person)));
    }
  }

  /** The account of a linked identity; needs no transaction around it. */
  Optional<User> linked(ExternalIdentity identity) {
    return unitOfWork.inTransaction(() -> identities.findUser(identity));
  }

  private User account(ExternalPerson person) {
    return identities.findUserForUpdate(person.identity()).orElseGet(() -> newlyLinked(person));
  }

  private User newlyLinked(ExternalPerson person) {
    EmailAddress email = person.verifiedEmail().orElseThrow(ExternalEmailUnverified::new);
    Instant now = clock.instant();
    User user = withAddress(email).orElseGet(() -> opened(person.name(), email, now));
    identities.link(person.identity(), user.id(), now);
    auditTrail.append(
        AuditEntry.of(owner(user), "identity.linked", "user", user.id(), now)
            .changing(
                List.of(
                    added("issuer", person.identity().issuer()),
                    added("subject", person.identity().subject()))));
    return user;
  }

  /** Locked, so that the account keeps the address until it is linked. */
  private Optional<User> withAddress(EmailAddress email) {
    Optional<User> found =
        users
            .findCredential(email)
            .flatMap(credential -> users.findForUpdate(credential.user().id()))
            .filter(user -> user.email().equals(email));
    if (found.isPresent() && !found.get().emailVerified()) {
      throw new AccountEmailUnverified();
    }
    return found;
  }

  private User opened(String name, EmailAddress email, Instant now) {
    User user =
        new User(
            new UserId(identifiers.next()),
            name,
            email,
            Set.of(Role.CUSTOMER),
            true,
            Language.ENGLISH,
            now,
            now,
            1);
    users.add(user, hasher.unusable());
    auditTrail.append(
        AuditEntry.of(owner(user), "user.created", "user", user.id(), now)
            .changing(Change.between(Map.of(), user.auditable())));
    outbox.append(UserEvents.created(user, owner(user)));
    return user;
  }

  private static Change added(String field, String value) {
    return new Change(field, Optional.empty(), Optional.of(value));
  }

  private static Actor owner(User user) {
    return new Actor.SignedIn(user.id(), user.permissions());
  }
}
