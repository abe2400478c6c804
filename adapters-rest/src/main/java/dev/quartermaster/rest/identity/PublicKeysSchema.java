package dev.quartermaster.rest.identity;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the API's description says of the public keys, which are shown as their owner writes them.
 */
@Schema(name = "PublicKeys", description = "A JSON Web Key Set (RFC 7517)")
record PublicKeysSchema(
    @Schema(description = "The keys that access tokens are signed with", maxItems = 100)
        List<Key> keys) {

  /** A key. */
  @Schema(name = "PublicKey", description = "A public key of an elliptic curve (RFC 7518, 6.2)")
  record Key(
      @Schema(description = "The family of the key", enumeration = "EC") String kty,
      @Schema(
              description = "Which key it is, as the tokens name it",
              maxLength = 100,
              examples = "5fJ0bq3vYcM")
          String kid,
      @Schema(description = "What it is for", enumeration = "sig") String use,
      @Schema(description = "How it signs", enumeration = "ES256") String alg,
      @Schema(description = "The curve", enumeration = "P-256") String crv,
      @Schema(
              description = "The first coordinate",
              maxLength = 43,
              pattern = "^[A-Za-z0-9_-]+$",
              examples = "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU")
          String x,
      @Schema(
              description = "The second coordinate",
              maxLength = 43,
              pattern = "^[A-Za-z0-9_-]+$",
              examples = "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0")
          String y) {}
}
