package dev.quartermaster.domain.shared;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One thing that was done.
 *
 * @param actor who did it
 * @param action what was done, as target and past participle such as {@code product.edited}
 * @param targetType what it was done to, such as {@code product}
 * @param targetId which of them
 * @param changes what is different since; never with secrets
 * @param at when it was done
 * @param requestId the request that it was done for, where that is not the current one
 */
public record AuditEntry(
    Actor actor,
    String action,
    String targetType,
    String targetId,
    List<Change> changes,
    Instant at,
    Optional<String> requestId) {
  public AuditEntry {
    changes = List.copyOf(changes);
  }

  /**
   * A thing done to a target of which nothing differs that could be shown.
   *
   * @param target the target's id; its text is kept
   */
  public static AuditEntry of(
      Actor actor, String action, String targetType, Object target, Instant at) {
    return new AuditEntry(
        actor, action, targetType, target.toString(), List.of(), at, Optional.empty());
  }

  /** The same thing, with what it changed. */
  public AuditEntry changing(List<Change> made) {
    return new AuditEntry(actor, action, targetType, targetId, made, at, requestId);
  }

  /** The same thing, done for another request than the current one. */
  public AuditEntry doneFor(String request) {
    return new AuditEntry(actor, action, targetType, targetId, changes, at, Optional.of(request));
  }
}
