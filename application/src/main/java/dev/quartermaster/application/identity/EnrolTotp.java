package dev.quartermaster.application.identity;

import dev.quartermaster.domain.identity.Client;
import dev.quartermaster.domain.identity.RawPassword;
import dev.quartermaster.domain.identity.SessionId;
import dev.quartermaster.domain.identity.TotpSecret;
import dev.quartermaster.domain.shared.Actor;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Makes a secret for an authenticator app, which {@link ConfirmTotp} puts to use. */
public interface EnrolTotp {
  /** For how long after a log-in the password need not be given once more. */
  Duration LOG_IN_IS_RECENT = Duration.ofMinutes(10);

  /**
   * Makes a secret, which takes the place of one that was never confirmed. Log-ins go on without a
   * code until it is. It takes the password or a recent log-in, so that whoever gets hold of a
   * session cannot lock the account's owner out.
   *
   * @throws dev.quartermaster.domain.shared.Unauthenticated when nobody is signed in
   * @throws dev.quartermaster.domain.identity.MfaAlreadyEnabled when the account has an app already
   * @throws dev.quartermaster.domain.shared.InvalidInput naming the field {@code password} when it
   *     is not the account's, which has none when its owner signs in elsewhere, or when it is
   *     missing and the session's log-in is not recent
   * @throws dev.quartermaster.domain.identity.AccountLocked when too many attempts failed
   * @throws dev.quartermaster.domain.shared.RateLimited when too many failed of late
   */
  Result enrol(Command command);

  /**
   * @param actor whose account
   * @param password the account's, if it was given
   * @param session in which somebody asks, if in one
   * @param client what it was typed into
   */
  record Command(
      Actor actor, Optional<RawPassword> password, Optional<SessionId> session, Client client) {}

  /**
   * @param secret to type into the app
   * @param keyUri the same for a QR code
   */
  record Result(TotpSecret secret, URI keyUri) {}
}
