package dev.quartermaster.application.identity;

import dev.quartermaster.domain.identity.TotpSecret;
import dev.quartermaster.domain.shared.Actor;
import java.net.URI;

/** Makes a secret for an authenticator app, which {@link ConfirmTotp} puts to use. */
public interface EnrolTotp {

  /**
   * Makes a secret, which takes the place of one that was never confirmed. Log-ins go on without a
   * code until it is.
   *
   * @throws dev.quartermaster.domain.shared.Unauthenticated when nobody is signed in
   * @throws dev.quartermaster.domain.identity.MfaAlreadyEnabled when the account has an app already
   */
  Result enrol(Command command);

  /**
   * @param actor whose account
   */
  record Command(Actor actor) {}

  /**
   * @param secret to type into the app
   * @param keyUri the same for a QR code
   */
  record Result(TotpSecret secret, URI keyUri) {}
}
