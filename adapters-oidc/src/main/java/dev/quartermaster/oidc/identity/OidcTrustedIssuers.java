package dev.quartermaster.oidc.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.quartermaster.domain.identity.ExternalIdentity;
import dev.quartermaster.domain.identity.TrustedIssuers;
import dev.quartermaster.domain.shared.Unauthenticated;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/** Verifies access tokens that are JSON Web Tokens (RFC 9068, and as Keycloak writes them). */
@Singleton
final class OidcTrustedIssuers implements TrustedIssuers {
  private static final Logger LOG = Logger.getLogger(OidcTrustedIssuers.class);
  private static final JOSEObjectType ACCESS_TOKEN = new JOSEObjectType("at+jwt");
  private static final int MAX_SUBJECT_LENGTH = 255;

  private final Map<String, Verification> byIssuer;

  OidcTrustedIssuers(Providers providers) {
    Map<String, Verification> verifications = new HashMap<>();
    for (Provider provider : providers.all()) {
      provider
          .settings()
          .audience()
          .ifPresent(
              audience ->
                  verifications.put(
                      provider.settings().issuer(),
                      new Verification(
                          processor(provider, audience), new TokenRoles(provider.settings()))));
    }
    this.byIssuer = Map.copyOf(verifications);
  }

  @Override
  public Set<String> issuers() {
    return byIssuer.keySet();
  }

  @Override
  public ForeignToken verify(String token) {
    try {
      JWT parsed = JWTParser.parse(token);
      // Not verified yet; it only chooses by what the token is verified.
      Verification verification =
          Optional.ofNullable(parsed.getJWTClaimsSet())
              .map(JWTClaimsSet::getIssuer)
              .map(byIssuer::get)
              .orElseThrow(Unauthenticated::new);
      JWTClaimsSet claims = verification.processor.process(parsed, null);
      return new ForeignToken(
          new PersonClaims(claims.getClaims())
              .of(new ExternalIdentity(claims.getIssuer(), claims.getSubject())),
          verification.roles.in(claims.getClaims()));
    } catch (ParseException | BadJOSEException | JOSEException forged) {
      LOG.debugf("A token of another issuer was refused: %s", forged);
      throw new Unauthenticated();
    }
  }

  private static DefaultJWTProcessor<SecurityContext> processor(
      Provider provider, String audience) {
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    processor.setJWSTypeVerifier(
        new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, ACCESS_TOKEN, null));
    processor.setJWSKeySelector(provider.keySelector());
    DefaultJWTClaimsVerifier<SecurityContext> verifier =
        new AccessTokenClaims(
            Set.of(audience),
            new JWTClaimsSet.Builder().issuer(provider.settings().issuer()).build(),
            Set.of("sub", "exp", "iat"));
    verifier.setMaxClockSkew(Provider.CLOCK_SKEW_SECONDS);
    processor.setJWTClaimsSetVerifier(verifier);
    return processor;
  }

  private record Verification(DefaultJWTProcessor<SecurityContext> processor, TokenRoles roles) {}

  /** An issuer signs other tokens by the same key, and some of them name the same audience. */
  private static final class AccessTokenClaims extends DefaultJWTClaimsVerifier<SecurityContext> {
    private static final Set<String> OF_ID_TOKENS = Set.of("at_hash", "c_hash", "nonce");

    AccessTokenClaims(Set<String> audiences, JWTClaimsSet exact, Set<String> required) {
      super(audiences, exact, required, OF_ID_TOKENS);
    }

    @Override
    public void verify(JWTClaimsSet claims, SecurityContext context) throws BadJWTException {
      super.verify(claims, context);
      // Keycloak says in a claim of this name what a token is for.
      Object type = claims.getClaim("typ");
      if (type != null && !type.equals("Bearer")) {
        throw new BadJWTException("not an access token: " + type);
      }
      String subject = claims.getSubject();
      if (subject.isBlank() || subject.length() > MAX_SUBJECT_LENGTH) {
        throw new BadJWTException("no usable subject");
      }
    }
  }
}
