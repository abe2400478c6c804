package dev.quartermaster.application.identity;

import dev.quartermaster.domain.identity.Client;
import dev.quartermaster.domain.identity.EmailAddress;
import dev.quartermaster.domain.identity.RawPassword;
import dev.quartermaster.domain.identity.Role;
import dev.quartermaster.domain.identity.User;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.testkit.identity.InMemoryAccessTokens;
import dev.quartermaster.testkit.identity.InMemoryApiKeySecrets;
import dev.quartermaster.testkit.identity.InMemoryApiKeyUses;
import dev.quartermaster.testkit.identity.InMemoryApiKeys;
import dev.quartermaster.testkit.identity.InMemoryCommonPasswords;
import dev.quartermaster.testkit.identity.InMemoryExternalIdentities;
import dev.quartermaster.testkit.identity.InMemoryPasswordHasher;
import dev.quartermaster.testkit.identity.InMemoryRefreshTokens;
import dev.quartermaster.testkit.identity.InMemorySessions;
import dev.quartermaster.testkit.identity.InMemoryUsers;
import dev.quartermaster.testkit.shared.InMemoryAuditTrail;
import dev.quartermaster.testkit.shared.InMemoryUnitOfWork;
import dev.quartermaster.testkit.shared.SequentialIdentifiers;
import dev.quartermaster.testkit.shared.SettableClock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** The identity context on in-memory ports, and what tests of its use cases begin with. */
final class Identity {
  static final RawPassword PASSWORD = new RawPassword("correct horse battery staple");
  static final Client CLIENT = new Client("203.0.113.7", "curl/8.5.0");

  final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
  final InMemoryUsers users = new InMemoryUsers(unitOfWork);
  final InMemorySessions sessions = new InMemorySessions(unitOfWork, users);
  final InMemoryExternalIdentities externalIdentities =
      new InMemoryExternalIdentities(unitOfWork, users);
  final InMemoryPasswordHasher hasher = new InMemoryPasswordHasher();
  final InMemoryCommonPasswords commonPasswords = new InMemoryCommonPasswords();
  final InMemoryAccessTokens accessTokens = new InMemoryAccessTokens();
  final InMemoryRefreshTokens refreshTokens = new InMemoryRefreshTokens();
  final InMemoryApiKeys apiKeys = new InMemoryApiKeys(unitOfWork, users);
  final InMemoryApiKeySecrets apiKeySecrets = new InMemoryApiKeySecrets();
  final InMemoryApiKeyUses apiKeyUses = new InMemoryApiKeyUses(unitOfWork, apiKeys);
  final InMemoryAuditTrail auditTrail = new InMemoryAuditTrail(unitOfWork);
  final SequentialIdentifiers identifiers = new SequentialIdentifiers();
  final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T10:00:00Z"));

  final SignUp signUp = new SignUpService(unitOfWork, users, identifiers, clock);
  final ChoosePassword choosePassword = new ChoosePasswordService(commonPasswords, hasher);
  final LogIn logIn =
      new LogInService(
          unitOfWork,
          users,
          sessions,
          hasher,
          accessTokens,
          refreshTokens,
          auditTrail,
          identifiers,
          clock);
  final AuthenticateSession authenticate =
      new AuthenticateSessionService(unitOfWork, sessions, clock);

  /** Signs a customer up. */
  User customer(String email) {
    return signedUp("Ada Lovelace", email, PASSWORD);
  }

  /** Chooses the password and opens the account, as the entrance does. */
  User signedUp(String name, String email, RawPassword password) {
    return signUp.signUp(
        new SignUp.Command(
            name, email, choosePassword.choose(new ChoosePassword.Command(password))));
  }

  /** Signs somebody up and gives them that role. */
  User withRole(String email, Role role) {
    User user = customer(email);
    unitOfWork.inTransaction(() -> users.update(user.withRoles(Set.of(role), clock.instant())));
    return users.find(user.id()).orElseThrow();
  }

  /** Logs in with the password that everybody has here. */
  LogIn.Result loggedIn(User user) {
    return logIn.logIn(new LogIn.Command(user.email().value(), PASSWORD, CLIENT));
  }

  /** Who acts in the session that the refresh token belongs to. */
  Actor.SignedIn actorOf(String refreshToken) {
    return authenticate.authenticate(
        new AuthenticateSession.Query(refreshTokens.read(refreshToken).orElseThrow().session()));
  }

  /** The user, signed in, with what their roles allow. */
  static Actor.SignedIn as(User user) {
    return new Actor.SignedIn(user.id(), user.permissions());
  }

  /** Whether the address and the password let somebody in. */
  boolean letsIn(String email, RawPassword password) {
    return users
        .findCredential(new EmailAddress(email))
        .filter(credential -> hasher.matches(password, Optional.of(credential.password())))
        .isPresent();
  }
}
