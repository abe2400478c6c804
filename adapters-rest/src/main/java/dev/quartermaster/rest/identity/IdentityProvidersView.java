package dev.quartermaster.rest.identity;

import dev.quartermaster.domain.identity.ProviderName;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where people can sign in. */
@Schema(name = "IdentityProviders", description = "Where people can sign in")
record IdentityProvidersView(
    @Schema(description = "The providers, by name", maxItems = 100)
        List<IdentityProviderView> data) {
  IdentityProvidersView {
    data = List.copyOf(data);
  }

  static IdentityProvidersView of(List<ProviderName> names) {
    return new IdentityProvidersView(names.stream().map(IdentityProviderView::of).toList());
  }

  /** A provider. */
  @Schema(name = "IdentityProvider", description = "A provider where people can sign in")
  record IdentityProviderView(
      @Schema(
              description = "What it is called",
              maxLength = 40,
              pattern = "^[a-z0-9]+(_[a-z0-9]+)*$",
              examples = "keycloak")
          String name,
      @Schema(description = "What can be done next, by name") Map<String, String> links) {
    IdentityProviderView {
      links = Map.copyOf(links);
    }

    static IdentityProviderView of(ProviderName name) {
      return new IdentityProviderView(
          name.value(), Map.of("signIn", ExternalSignInResource.PATH + "/" + name));
    }
  }
}
