package dev.quartermaster.application.identity;

import dev.quartermaster.domain.identity.Client;
import dev.quartermaster.domain.identity.EmailAddress;
import dev.quartermaster.domain.identity.Language;
import dev.quartermaster.domain.identity.LockoutPolicies;
import dev.quartermaster.domain.identity.LockoutPolicy;
import dev.quartermaster.domain.identity.RawPassword;
import dev.quartermaster.domain.identity.Role;
import dev.quartermaster.domain.identity.User;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.testkit.identity.InMemoryAccessTokens;
import dev.quartermaster.testkit.identity.InMemoryAccountMails;
import dev.quartermaster.testkit.identity.InMemoryApiKeySecrets;
import dev.quartermaster.testkit.identity.InMemoryApiKeyUses;
import dev.quartermaster.testkit.identity.InMemoryApiKeys;
import dev.quartermaster.testkit.identity.InMemoryCommonPasswords;
import dev.quartermaster.testkit.identity.InMemoryExternalIdentities;
import dev.quartermaster.testkit.identity.InMemoryLockouts;
import dev.quartermaster.testkit.identity.InMemoryOneTimeCodes;
import dev.quartermaster.testkit.identity.InMemoryOneTimeTokens;
import dev.quartermaster.testkit.identity.InMemoryPasswordHasher;
import dev.quartermaster.testkit.identity.InMemoryRandomTokens;
import dev.quartermaster.testkit.identity.InMemoryRefreshTokens;
import dev.quartermaster.testkit.identity.InMemorySecondFactors;
import dev.quartermaster.testkit.identity.InMemorySessions;
import dev.quartermaster.testkit.identity.InMemoryUsers;
import dev.quartermaster.testkit.shared.InMemoryAuditTrail;
import dev.quartermaster.testkit.shared.InMemoryFingerprints;
import dev.quartermaster.testkit.shared.InMemoryOutbox;
import dev.quartermaster.testkit.shared.InMemoryRateLimits;
import dev.quartermaster.testkit.shared.InMemorySealing;
import dev.quartermaster.testkit.shared.InMemoryUnitOfWork;
import dev.quartermaster.testkit.shared.SequentialIdentifiers;
import dev.quartermaster.testkit.shared.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** The identity context on in-memory ports, and what tests of its use cases begin with. */
final class Identity {
  static final RawPassword PASSWORD = new RawPassword("correct horse battery staple");
  static final Client CLIENT = new Client("203.0.113.7", "curl/8.5.0");

  /** How many log-ins may fail in a quarter of an hour. */
  static final int RATE_LIMIT = 5;

  static final LockoutPolicies LOCKOUT_POLICIES =
      new LockoutPolicies(new LockoutPolicy(10), new LockoutPolicy(20));

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
  final InMemoryOutbox outbox = new InMemoryOutbox(unitOfWork);
  final InMemoryOneTimeTokens oneTimeTokens = new InMemoryOneTimeTokens(unitOfWork);
  final InMemoryRandomTokens randomTokens = new InMemoryRandomTokens();
  final InMemoryAccountMails mails = new InMemoryAccountMails(unitOfWork);
  final SequentialIdentifiers identifiers = new SequentialIdentifiers();
  final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T10:00:00Z"));

  final InMemorySecondFactors secondFactors = new InMemorySecondFactors(unitOfWork);
  final InMemoryOneTimeCodes oneTimeCodes = new InMemoryOneTimeCodes();
  final InMemoryRateLimits rateLimits =
      new InMemoryRateLimits(clock, RATE_LIMIT, Duration.ofMinutes(15));
  final InMemoryLockouts lockouts = new InMemoryLockouts(unitOfWork);
  final InMemoryFingerprints fingerprints = new InMemoryFingerprints();
  final InMemorySealing sealing = new InMemorySealing();

  final InMemoryRateLimits mailLimits = new InMemoryRateLimits(clock, 20, Duration.ofHours(1));

  final SignUp signUp =
      new SignUpService(
          unitOfWork,
          users,
          oneTimeTokens,
          randomTokens,
          mails,
          mailLimits,
          auditTrail,
          outbox,
          identifiers,
          clock);
  final ChoosePassword choosePassword = new ChoosePasswordService(commonPasswords, hasher);
  final LogIn logIn =
      new LogInService(
          unitOfWork,
          users,
          sessions,
          secondFactors,
          hasher,
          accessTokens,
          refreshTokens,
          rateLimits,
          lockouts,
          LOCKOUT_POLICIES,
          fingerprints,
          sealing,
          auditTrail,
          identifiers,
          clock);
  final CompleteLogIn completeLogIn =
      new CompleteLogInService(
          unitOfWork,
          users,
          sessions,
          secondFactors,
          oneTimeCodes,
          accessTokens,
          refreshTokens,
          rateLimits,
          lockouts,
          LOCKOUT_POLICIES,
          fingerprints,
          sealing,
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
            name,
            email,
            Language.ENGLISH,
            choosePassword.choose(new ChoosePassword.Command(password)),
            CLIENT));
  }

  /** Signs somebody up and gives them that role. */
  User withRole(String email, Role role) {
    User user = customer(email);
    unitOfWork.inTransaction(() -> users.update(user.withRoles(Set.of(role), clock.instant())));
    return users.find(user.id()).orElseThrow();
  }

  /** Logs in with the password that everybody has here. */
  LogIn.SignedIn loggedIn(User user) {
    return (LogIn.SignedIn) logIn.logIn(new LogIn.Command(user.email().value(), PASSWORD, CLIENT));
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
