package dev.quartermaster.rest.identity;

import dev.quartermaster.application.identity.GetTrustedIssuers;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes the bearer tokens that say they are a trusted issuer's, and leaves all others to the
 * mechanism that verifies our own. What a token says of its issuer is not verified here: it only
 * chooses by whose keys the token is verified.
 */
@Singleton
final class ForeignTokenMechanism implements HttpAuthenticationMechanism {
  private static final Pattern BEARER_JWT =
      Pattern.compile("(?i:Bearer) +(?<token>[\\w-]+\\.(?<claims>[\\w-]+)\\.[\\w-]*)");

  private final Set<String> trustedIssuers;

  ForeignTokenMechanism(GetTrustedIssuers trustedIssuers) {
    this.trustedIssuers = trustedIssuers.get();
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext context, IdentityProviderManager identityProviders) {
    return foreignToken(context)
        .map(token -> identityProviders.authenticate(new ForeignTokenRequest(token)))
        .orElseGet(() -> Uni.createFrom().nullItem());
  }

  private Optional<String> foreignToken(RoutingContext context) {
    if (trustedIssuers.isEmpty()) {
      return Optional.empty();
    }
    return Optional.ofNullable(context.request().getHeader("Authorization"))
        .map(BEARER_JWT::matcher)
        .filter(Matcher::matches)
        .filter(
            bearer -> issuer(bearer.group("claims")).filter(trustedIssuers::contains).isPresent())
        .map(bearer -> bearer.group("token"));
  }

  /** What the claims say, if they can be read at all. */
  private static Optional<Object> issuer(String claims) {
    try {
      return Optional.ofNullable(
          new JsonObject(Buffer.buffer(Base64.getUrlDecoder().decode(claims))).getValue("iss"));
    } catch (IllegalArgumentException | DecodeException notAToken) {
      return Optional.empty();
    }
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext context) {
    return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer"));
  }

  @Override
  public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
    return Set.of(ForeignTokenRequest.class);
  }

  /** Before the mechanism for our own tokens, which refuses what it does not know. */
  @Override
  public int getPriority() {
    return DEFAULT_PRIORITY + 1;
  }
}
