package dev.quartermaster.rest.shared;

import dev.quartermaster.domain.shared.DomainException;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/**
 * A proof of identity that came with a request and counts for nothing there: what is open goes on
 * without it, and whatever needs somebody is refused with the reason.
 */
public final class DisregardedProof {
  private static final String KEY = DisregardedProof.class.getName();

  private DisregardedProof() {}

  /** Notes why the request's proof counts for nothing. */
  public static void note(DomainException reason, RoutingContext context) {
    context.put(KEY, reason);
  }

  /** Why a proof of the request counts for nothing, if one does. */
  static Optional<DomainException> of(RoutingContext context) {
    return Optional.ofNullable(context.get(KEY));
  }
}
