package dev.quartermaster.testkit.identity;

import dev.quartermaster.domain.identity.ExternalPerson;
import dev.quartermaster.domain.identity.IdentityProviders;
import dev.quartermaster.domain.identity.IdentityProviders.Begun;
import dev.quartermaster.domain.identity.ProviderName;

class InMemoryIdentityProvidersTest extends IdentityProvidersContract {
  private static final ProviderName PROVIDER = new ProviderName("test");

  private final InMemoryIdentityProviders providers =
      new InMemoryIdentityProviders(new ProviderName("other"), PROVIDER);

  @Override
  protected IdentityProviders providers() {
    return providers;
  }

  @Override
  protected ProviderName provider() {
    return PROVIDER;
  }

  @Override
  protected String issuer() {
    return "https://test.example";
  }

  @Override
  protected String signIn(Begun begun, ExternalPerson person) {
    return providers.signIn(begun.pending(), person);
  }
}
