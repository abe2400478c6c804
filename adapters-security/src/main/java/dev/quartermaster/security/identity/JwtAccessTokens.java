package dev.quartermaster.security.identity;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.quartermaster.domain.identity.AccessTokens;
import dev.quartermaster.domain.identity.Role;
import dev.quartermaster.domain.identity.SessionId;
import dev.quartermaster.domain.identity.User;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import jakarta.inject.Singleton;
import java.time.Instant;

/** Access tokens as JSON Web Tokens (RFC 7519), signed by ES256. */
@Singleton
final class JwtAccessTokens implements AccessTokens {
  static final String ISSUER = "quartermaster";
  static final String AUDIENCE = "quartermaster";
  static final String SESSION_CLAIM = "sid";

  private final SigningKeys keys;
  private final String keyId;

  JwtAccessTokens(SigningKeys keys) {
    this.keys = keys;
    this.keyId = keys.currentId();
  }

  @Override
  public String issue(User user, SessionId session, Instant at) {
    return Jwt.issuer(ISSUER)
        .audience(AUDIENCE)
        .subject(user.id().toString())
        .groups(user.roles().stream().map(Role::code).collect(toUnmodifiableSet()))
        .claim(SESSION_CLAIM, session.toString())
        .issuedAt(at)
        .expiresAt(at.plus(LIFETIME))
        .jws()
        .algorithm(SignatureAlgorithm.ES256)
        .keyId(keyId)
        .sign(keys.current().privateKey());
  }
}
