package dev.quartermaster.security.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import java.time.InstantSource;

/**
 * Verifies a token once and remembers it until it expires, since a signature costs more than the
 * rest of most requests. That a token is genuine does not change; whether its session still lives
 * is no part of this and asked with every request. What is refused is not remembered, so that
 * nobody can fill the memory with it.
 */
final class VerifiedTokens extends JWTCallerPrincipalFactory {
  private static final int MAX_REMEMBERED = 10_000;

  private final JWTCallerPrincipalFactory verification = new DefaultJWTCallerPrincipalFactory();
  private final Cache<String, JWTCallerPrincipal> verified =
      Caffeine.newBuilder().maximumSize(MAX_REMEMBERED).build();
  private final InstantSource clock;

  VerifiedTokens(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public JWTCallerPrincipal parse(String token, JWTAuthContextInfo rules) throws ParseException {
    JWTCallerPrincipal known = verified.getIfPresent(token);
    if (known != null && known.getExpirationTime() > clock.instant().getEpochSecond()) {
      return known;
    }
    verified.invalidate(token);
    JWTCallerPrincipal bearer = verification.parse(token, rules);
    verified.put(token, bearer);
    return bearer;
  }
}
