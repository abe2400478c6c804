package dev.quartermaster.security.identity;

import dev.quartermaster.domain.identity.AccessTokens;
import io.smallrye.jwt.KeyFormat;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;

/** Says which access tokens Quarkus shall take for true: those of {@link JwtAccessTokens} only. */
@Singleton
final class AccessTokenVerification {
  private final SigningKeySet keySet;

  AccessTokenVerification(SigningKeySet keySet) {
    this.keySet = keySet;
  }

  @Produces
  @Singleton
  @Alternative
  @Priority(1)
  JWTAuthContextInfo rules() {
    var rules = new JWTAuthContextInfo();
    rules.setIssuedBy(JwtAccessTokens.ISSUER);
    rules.setExpectedAudience(Set.of(JwtAccessTokens.AUDIENCE));
    // As a key set rather than a bare key, so that a token under another key's id is refused.
    rules.setPublicKeyContent(keySet.asJwkSet());
    rules.setKeyFormat(KeyFormat.JWK);
    rules.setSignatureAlgorithm(Set.of(SignatureAlgorithm.ES256));
    rules.setRelaxVerificationKeyValidation(false);
    rules.setRequiredClaims(Set.of("sub", JwtAccessTokens.SESSION_CLAIM));
    rules.setMaxTimeToLiveSecs(AccessTokens.LIFETIME.toSeconds());
    rules.setClockSkew(0);
    return rules;
  }
}
