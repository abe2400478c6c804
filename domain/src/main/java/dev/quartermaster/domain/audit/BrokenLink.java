package dev.quartermaster.domain.audit;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Where the chain does not hold.
 *
 * @param sequence at which place
 * @param eventId which entry stands there, if one does
 * @param kind what is wrong with it
 */
public record BrokenLink(long sequence, Optional<UUID> eventId, Kind kind) {

  /** In which ways a link breaks. */
  public enum Kind {
    /** The entry, or its hash, is not as it was when it got its place. */
    CHANGED,
    /** No entry stands there, though one stands behind. */
    MISSING,
    /** An entry stands there that belongs nowhere, such as a second one for a place. */
    MISPLACED,
    /** The chain ends before this place, which was given away once. */
    TAIL_CUT,
    /** What was noted of the last place is not so. */
    HEAD_CHANGED,
    /** The place does not have the hash that somebody noted outside, or is not there. */
    ANCHOR_MISSED;

    /** The name that clients know, such as {@code tail-cut}. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
