package dev.quartermaster.security.identity;

import dev.quartermaster.domain.identity.AccessTokens;
import io.smallrye.jwt.KeyFormat;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.DefaultJWTParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTParser;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Set;

/** Says which access tokens Quarkus shall take for true: those of {@link JwtAccessTokens} only. */
@Singleton
final class AccessTokenVerification {
  private final SigningKeySet keySet;
  private final InstantSource clock;

  AccessTokenVerification(SigningKeySet keySet, InstantSource clock) {
    this.keySet = keySet;
    this.clock = clock;
  }

  /** In place of Quarkus's own, which verifies a token anew with each request. */
  @Produces
  @Singleton
  @Alternative
  @Priority(1)
  JWTParser parser() {
    return new DefaultJWTParser(rules(), new VerifiedTokens(clock));
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
