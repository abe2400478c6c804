package dev.quartermaster.rest.shared;

import dev.quartermaster.domain.shared.Actor;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.security.Principal;

/**
 * The principal of an identity that says who acts. This is how a mechanism of authentication tells
 * the use cases: its identity provider asks an in-port for the actor (in {@code runBlocking}, as
 * that reads the database) and gives {@link #identityOf}; {@link CurrentActor} takes it from there.
 * Whom it cannot recognize it refuses by an {@code AuthenticationFailedException} whose cause is
 * the {@link dev.quartermaster.domain.shared.DomainException} to answer with.
 *
 * @param actor who acts, with the permissions of this moment
 */
public record ActingPrincipal(Actor actor) implements Principal {

  /** The identity of whoever acts. */
  public static SecurityIdentity identityOf(Actor actor) {
    return QuarkusSecurityIdentity.builder().setPrincipal(new ActingPrincipal(actor)).build();
  }

  /** How logs name the actor; a person by their id alone, as an access token does. */
  @Override
  public String getName() {
    return actor instanceof Actor.SignedIn(var id, var _) ? id.toString() : actor.reference();
  }
}
