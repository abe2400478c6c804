package dev.quartermaster.rest.identity;

import dev.quartermaster.domain.identity.ProviderName;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A provider where people can sign in. */
@Schema(name = "IdentityProvider", description = "A provider where people can sign in")
record IdentityProviderView(
    @Schema(description = "What it is called", maxLength = 100, examples = "keycloak") String name,
    @Schema(description = "What can be done next, by name") Map<String, String> links) {
  IdentityProviderView {
    links = Map.copyOf(links);
  }

  static IdentityProviderView of(ProviderName name) {
    return new IdentityProviderView(
        name.value(), Map.of("signIn", ExternalSignInResource.PATH + "/" + name));
  }
}
