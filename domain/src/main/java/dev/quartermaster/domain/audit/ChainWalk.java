package dev.quartermaster.domain.audit;

import java.util.Optional;

/**
 * A walk along the chain, from its start, that has come to a place and found all links sound.
 *
 * @param last the place
 * @param anchor a place that somebody noted outside of the database, which the chain must go
 *     through
 */
public record ChainWalk(ChainLink last, Optional<ChainLink> anchor) {

  /** A walk that begins. */
  public static ChainWalk towards(Optional<ChainLink> anchor) {
    return new ChainWalk(ChainLink.START, anchor);
  }

  /** What is wrong with the entry that comes next by its sequence, if anything is. */
  public Optional<BrokenLink> breakAt(AuditEvent next) {
    ChainLink expected = next.linkAfter(last);
    ChainLink found = next.link().orElse(ChainLink.START);
    if (found.sequence() > expected.sequence()) {
      return broken(expected.sequence(), BrokenLink.Kind.MISSING);
    }
    if (found.sequence() < expected.sequence()) {
      return broken(found.sequence(), next, BrokenLink.Kind.MISPLACED);
    }
    if (!found.equals(expected)) {
      return broken(found.sequence(), next, BrokenLink.Kind.CHANGED);
    }
    boolean missesAnchor =
        anchor
            .filter(noted -> noted.sequence() == found.sequence() && !noted.equals(found))
            .isPresent();
    return missesAnchor
        ? broken(found.sequence(), next, BrokenLink.Kind.ANCHOR_MISSED)
        : Optional.empty();
  }

  /** The walk, gone on to an entry that {@link #breakAt} finds sound. */
  public ChainWalk past(AuditEvent next) {
    return new ChainWalk(next.linkAfter(last), anchor);
  }

  /** What is wrong with the end, given that no entry comes next, if anything is. */
  public Optional<BrokenLink> breakAtEnd(ChainLink head) {
    if (last.sequence() < head.sequence()) {
      return broken(last.sequence() + 1, BrokenLink.Kind.TAIL_CUT);
    }
    if (!last.equals(head)) {
      return broken(Math.max(1, head.sequence()), BrokenLink.Kind.HEAD_CHANGED);
    }
    return anchor.filter(noted -> noted.sequence() > last.sequence()).isPresent()
        ? broken(last.sequence() + 1, BrokenLink.Kind.ANCHOR_MISSED)
        : Optional.empty();
  }

  private static Optional<BrokenLink> broken(long sequence, BrokenLink.Kind kind) {
    return Optional.of(new BrokenLink(sequence, Optional.empty(), kind));
  }

  private static Optional<BrokenLink> broken(
      long sequence, AuditEvent event, BrokenLink.Kind kind) {
    return Optional.of(new BrokenLink(sequence, Optional.of(event.id()), kind));
  }
}
