package dev.quartermaster.rest.identity;

import dev.quartermaster.domain.identity.SessionId;
import dev.quartermaster.rest.shared.Identifier;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The session whose access token came with the request. */
@Singleton
final class CurrentSession {
  private static final String SESSION_CLAIM = "sid";

  private final CurrentIdentityAssociation identities;

  CurrentSession(CurrentIdentityAssociation identities) {
    this.identities = identities;
  }

  /** The session's id; empty for who was recognized by other means. */
  Optional<SessionId> id() {
    return identities.getDeferredIdentity().await().indefinitely().getPrincipal()
            instanceof JsonWebToken token
        ? of(token)
        : Optional.empty();
  }

  /** The session that an access token names. */
  static Optional<SessionId> of(JsonWebToken token) {
    Object claim = token.getClaim(SESSION_CLAIM);
    return Identifier.parse(String.valueOf(claim)).map(SessionId::new);
  }
}
