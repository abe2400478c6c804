package dev.quartermaster.application.identity;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.identity.IdentityProviders;
import dev.quartermaster.domain.identity.ProviderName;
import java.util.List;

@UseCase
final class ListIdentityProvidersService implements ListIdentityProviders {
  private final IdentityProviders providers;

  ListIdentityProvidersService(IdentityProviders providers) {
    this.providers = providers;
  }

  @Override
  public List<ProviderName> list() {
    return providers.names();
  }
}
