package dev.quartermaster.security.identity;

import dev.quartermaster.domain.identity.PublicKeys;
import jakarta.inject.Singleton;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.Use;
import org.jose4j.jws.AlgorithmIdentifiers;

/** The public half of the server's own key, named by its thumbprint (RFC 7638). */
@Singleton
final class SigningKeySet implements PublicKeys {
  private final String keyId;
  private final String jwkSet;

  SigningKeySet(SigningKey key) {
    var jwk = new EllipticCurveJsonWebKey(key.publicKey());
    this.keyId = jwk.calculateBase64urlEncodedThumbprint("SHA-256");
    jwk.setKeyId(keyId);
    jwk.setUse(Use.SIGNATURE);
    jwk.setAlgorithm(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
    this.jwkSet = new JsonWebKeySet(jwk).toJson(OutputControlLevel.PUBLIC_ONLY);
  }

  @Override
  public String asJwkSet() {
    return jwkSet;
  }

  /** The id that tokens name. */
  String keyId() {
    return keyId;
  }
}
