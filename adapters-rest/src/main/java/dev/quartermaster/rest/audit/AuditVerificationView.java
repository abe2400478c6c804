package dev.quartermaster.rest.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.quartermaster.application.audit.VerifyAuditTrail;
import dev.quartermaster.domain.audit.BrokenLink;
import dev.quartermaster.domain.audit.ChainLink;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whether the audit trail is as it was written, as auditors see it. */
@Schema(name = "AuditVerification", description = "Whether the audit trail is as it was written")
@JsonInclude(JsonInclude.Include.NON_NULL)
record AuditVerificationView(
    @Schema(description = "Whether every link of the chain holds") boolean valid,
    @Schema(
            description = "How many entries were found sound before the first broken link",
            minimum = "0")
        long verified,
    @Schema(
            description = "How many entries have no place yet, and so are not vouched for",
            minimum = "0")
        long waiting,
    @Schema(description = "The last place given; note it elsewhere to verify against it later")
        LinkView head,
    @Schema(description = "The first link that does not hold; missing when all do")
        @Nullable BrokenLinkView brokenAt,
    @Schema(description = "What can be done next, by name") Map<String, String> links) {

  static AuditVerificationView of(VerifyAuditTrail.Result result) {
    return new AuditVerificationView(
        result.broken().isEmpty(),
        result.verified(),
        result.waiting(),
        LinkView.of(result.head()),
        result.broken().map(BrokenLinkView::of).orElse(null),
        Map.of("self", AuditEventView.PATH + "/verify", "events", AuditEventView.PATH));
  }

  /** A place in the chain. */
  @Schema(name = "AuditChainLink", description = "A place in the chain")
  record LinkView(
      @Schema(description = "Which place, from 1; 0 before the first", minimum = "0") long sequence,
      @Schema(
              description = "The hash of the entry there and of all before it",
              maxLength = 64,
              pattern = "^[0-9a-f]{64}$")
          String hash) {

    static LinkView of(ChainLink link) {
      return new LinkView(link.sequence(), link.hash().value());
    }
  }

  /** Where the chain does not hold. */
  @Schema(name = "AuditBrokenLink", description = "Where the chain does not hold")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record BrokenLinkView(
      @Schema(description = "At which place", minimum = "0") long sequence,
      @Schema(description = "Which entry stands there, if one does") @Nullable UUID eventId,
      @Schema(
              description = "changed, missing, misplaced, tail-cut, head-changed or anchor-missed",
              enumeration = {
                "changed",
                "missing",
                "misplaced",
                "tail-cut",
                "head-changed",
                "anchor-missed"
              },
              examples = "changed")
          String kind,
      @Schema(description = "What that means", maxLength = 200) String detail) {

    static BrokenLinkView of(BrokenLink broken) {
      return new BrokenLinkView(
          broken.sequence(),
          broken.eventId().orElse(null),
          broken.kind().code(),
          detail(broken.kind()));
    }

    private static String detail(BrokenLink.Kind kind) {
      return switch (kind) {
        case CHANGED -> "The entry or its hash is not as it was when it was chained.";
        case MISSING -> "The entry of this place is gone, while later ones are there.";
        case MISPLACED -> "This entry was never given this place.";
        case TAIL_CUT -> "The entries from this place on are gone.";
        case HEAD_CHANGED -> "What was noted of the last place does not agree with the entries.";
        case ANCHOR_MISSED -> "The chain does not go through the place that you noted.";
      };
    }
  }
}
