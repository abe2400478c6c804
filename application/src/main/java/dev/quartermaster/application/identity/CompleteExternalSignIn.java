package dev.quartermaster.application.identity;

import dev.quartermaster.domain.identity.Client;
import dev.quartermaster.domain.identity.ProviderName;
import dev.quartermaster.domain.identity.User;
import java.net.URI;
import java.time.Duration;

/**
 * Starts a session for somebody who has shown a provider who they are. The account is the one that
 * the provider's identity is linked to; at the first time, that of the verified address, or a new
 * one.
 */
public interface CompleteExternalSignIn {

  /**
   * Starts the session.
   *
   * @throws dev.quartermaster.domain.identity.ExternalSignInFailed when the browser did not begin
   *     this sign-in, took too long, or the provider does not confirm it
   * @throws dev.quartermaster.domain.identity.ExternalEmailUnverified when the identity is not
   *     linked and the provider does not vouch for an address
   * @throws dev.quartermaster.domain.identity.AccountEmailUnverified when an account has the
   *     address and nobody has shown that it is theirs
   * @throws dev.quartermaster.domain.shared.NotFound when there is no such provider
   * @throws dev.quartermaster.domain.shared.Unavailable when the provider does not answer
   */
  Result complete(Command command);

  /**
   * @param provider at which provider
   * @param code what the provider sent along
   * @param state what the provider was given
   * @param ticket what the browser kept
   * @param callback where the provider sent the browser back to
   * @param client the browser
   */
  record Command(
      ProviderName provider,
      String code,
      String state,
      String ticket,
      URI callback,
      Client client) {
    @Override
    public String toString() {
      return "Command[" + provider + ", ***]";
    }
  }

  /**
   * @param user who is signed in now
   * @param accessToken to send with each request
   * @param expiresIn how long the access token can be used
   * @param refreshToken to get the next access token with
   */
  record Result(User user, String accessToken, Duration expiresIn, String refreshToken) {
    @Override
    public String toString() {
      return "Result[" + user.id() + ", ***]";
    }
  }
}
