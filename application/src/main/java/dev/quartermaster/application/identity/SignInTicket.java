package dev.quartermaster.application.identity;

import dev.quartermaster.domain.identity.ExternalSignInFailed;
import dev.quartermaster.domain.identity.PendingSignIn;
import dev.quartermaster.domain.shared.Sealing;

/** What a browser keeps while it is at a provider: the pending sign-in, sealed. */
final class SignInTicket {
  private static final String PURPOSE = "external sign-in";

  private SignInTicket() {}

  static String seal(PendingSignIn pending, Sealing sealing) {
    return sealing.seal(PURPOSE, pending.asText());
  }

  /**
   * What was sealed.
   *
   * @throws ExternalSignInFailed when the ticket is not ours
   */
  static PendingSignIn open(String ticket, Sealing sealing) {
    try {
      return PendingSignIn.parse(sealing.open(PURPOSE, ticket));
    } catch (IllegalArgumentException forged) {
      throw new ExternalSignInFailed("This sign-in was not begun here.", forged);
    }
  }
}
