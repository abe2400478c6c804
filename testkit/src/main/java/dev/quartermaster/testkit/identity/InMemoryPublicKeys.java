package dev.quartermaster.testkit.identity;

import dev.quartermaster.domain.identity.PublicKeys;

/** Publishes the sample key of RFC 8037, appendix A.2. */
public final class InMemoryPublicKeys implements PublicKeys {

  @Override
  public String asJwkSet() {
    return """
        {"keys":[{"kty":"OKP","crv":"Ed25519","kid":"sample",\
        "x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}]}""";
  }
}
