package dev.quartermaster.domain.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * Which entries a list holds; every condition given must be met.
 *
 * @param actor done by exactly this one, as {@code Actor.reference()} names them
 * @param action exactly this was done
 * @param targetType done to such a thing
 * @param targetId done to this thing
 * @param from done then or later
 * @param to done before then
 */
public record AuditFilter(
    Optional<String> actor,
    Optional<String> action,
    Optional<String> targetType,
    Optional<String> targetId,
    Optional<Instant> from,
    Optional<Instant> to) {
  /** Every entry. */
  public static final AuditFilter ALL =
      new AuditFilter(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
}
