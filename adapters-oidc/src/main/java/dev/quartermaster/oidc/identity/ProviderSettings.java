package dev.quartermaster.oidc.identity;

import dev.quartermaster.domain.identity.ProviderName;
import java.util.Optional;

/**
 * What is set of a provider: a client to sign people in, an audience to accept tokens, or both.
 *
 * @param name what the provider is called
 * @param issuer its address, exactly as its tokens name it
 * @param client as what it knows us; none when nobody signs in there
 * @param audience as what its access tokens name us; none when they are not accepted
 * @param rolesClaim where its access tokens name roles; none for the usual places
 */
public record ProviderSettings(
    ProviderName name,
    String issuer,
    Optional<Client> client,
    Optional<String> audience,
    Optional<String> rolesClaim) {

  /**
   * As what a provider knows us.
   *
   * @param id our id there
   * @param secret none for a public client
   */
  public record Client(String id, Optional<String> secret) {
    @Override
    public String toString() {
      return "Client[" + id + ", ***]";
    }
  }
}
