package dev.quartermaster.domain.identity;

import java.net.URI;
import java.time.Instant;
import java.util.List;

/**
 * The providers of identities where people can sign in by OpenID Connect. Safe for use by many
 * threads at once. Every wait for a provider is bounded, so nothing here is to be called while a
 * transaction is open.
 */
public interface IdentityProviders {

  /** What the providers are called, sorted. */
  List<ProviderName> names();

  /**
   * Begins a sign-in.
   *
   * @param callback where the provider shall send the browser back to
   * @throws dev.quartermaster.domain.shared.NotFound when there is no such provider
   * @throws dev.quartermaster.domain.shared.Unavailable when the provider does not answer
   */
  Begun begin(ProviderName provider, URI callback, Instant at);

  /**
   * Exchanges the code that the provider has sent along for what it says of the person. A code is
   * good once.
   *
   * @param callback the same as at the beginning
   * @throws ExternalSignInFailed when the provider refuses the code, or what it says does not
   *     belong to this sign-in or is not signed by it
   * @throws dev.quartermaster.domain.shared.NotFound when there is no such provider any more
   * @throws dev.quartermaster.domain.shared.Unavailable when the provider does not answer
   */
  ExternalPerson complete(PendingSignIn pending, String code, URI callback);

  /**
   * A sign-in that has begun.
   *
   * @param address where to send the browser
   * @param pending to be kept by the same browser until it comes back
   */
  record Begun(URI address, PendingSignIn pending) {}
}
