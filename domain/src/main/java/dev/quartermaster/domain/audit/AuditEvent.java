package dev.quartermaster.domain.audit;

import dev.quartermaster.domain.shared.Change;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An entry of the audit trail. Entries are added and never changed; soon after, each gets its place
 * in the chain.
 *
 * @param id a UUID of version 7 (RFC 9562)
 * @param actor who did it, as {@code Actor.reference()} names them
 * @param action what was done, as target and past participle such as {@code product.edited}
 * @param targetType what it was done to, such as {@code product}
 * @param targetId which of them
 * @param changes what is different since
 * @param requestId the request it was done for; empty for what the application does by itself
 * @param createdAt when it was done
 * @param link its place in the chain; empty until it has one
 */
public record AuditEvent(
    UUID id,
    String actor,
    String action,
    String targetType,
    String targetId,
    List<Change> changes,
    Optional<String> requestId,
    Instant createdAt,
    Optional<ChainLink> link) {
  /** Goes into each hash, so that entries hashed in another form could be told from these. */
  private static final String FORM = "quartermaster-audit-1";

  public AuditEvent {
    changes = List.copyOf(changes);
  }

  /** The entry in the place after that one. */
  public AuditEvent chainedAfter(ChainLink previous) {
    return new AuditEvent(
        id,
        actor,
        action,
        targetType,
        targetId,
        changes,
        requestId,
        createdAt,
        Optional.of(linkAfter(previous)));
  }

  /** The place that the entry has, if it stands after that one and is as it was then. */
  ChainLink linkAfter(ChainLink previous) {
    long sequence = previous.sequence() + 1;
    ChainHash hash =
        new ChainDigest()
            .text(FORM)
            .text(previous.hash().value())
            .number(sequence)
            .text(id.toString())
            .text(actor)
            .text(action)
            .text(targetType)
            .text(targetId)
            .changes(changes)
            .optional(requestId)
            .number(createdAt.getEpochSecond())
            .number(createdAt.getNano())
            .hash();
    return new ChainLink(sequence, hash);
  }
}
