package dev.quartermaster.security.identity;

import dev.quartermaster.domain.identity.PublicKeys;
import jakarta.inject.Singleton;
import java.util.List;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.Use;
import org.jose4j.jws.AlgorithmIdentifiers;

/** The public halves of the server's own keys, each named by its thumbprint (RFC 7638). */
@Singleton
final class SigningKeySet implements PublicKeys {
  private final String jwkSet;

  SigningKeySet(SigningKeys keys) {
    List<JsonWebKey> published =
        keys.byId().entrySet().stream()
            .map(key -> published(key.getKey(), key.getValue()))
            .toList();
    this.jwkSet = new JsonWebKeySet(published).toJson(OutputControlLevel.PUBLIC_ONLY);
  }

  @Override
  public String asJwkSet() {
    return jwkSet;
  }

  private static JsonWebKey published(String id, SigningKey key) {
    var jwk = new EllipticCurveJsonWebKey(key.publicKey());
    jwk.setKeyId(id);
    jwk.setUse(Use.SIGNATURE);
    jwk.setAlgorithm(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
    return jwk;
  }
}
