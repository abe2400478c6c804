package dev.quartermaster.rest.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.quartermaster.domain.audit.AuditEvent;
import dev.quartermaster.domain.audit.ChainLink;
import dev.quartermaster.domain.shared.Change;
import jakarta.ws.rs.core.UriBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An entry of the audit trail as auditors see it. */
@Schema(name = "AuditEvent", description = "An entry of the audit trail")
@JsonInclude(JsonInclude.Include.NON_NULL)
record AuditEventView(
    @Schema(description = "Identifies the entry") UUID id,
    @Schema(
            description = "Its place in the chain, from 1; missing for about a second",
            minimum = "1")
        @Nullable Long sequence,
    @Schema(
            description = "Who did it: a user, an API key, or a process of the application",
            maxLength = 100,
            examples = "user:01980f3c-6f4e-7cc0-8d3e-2f1f0a5b7c1d")
        String actor,
    @Schema(description = "What was done", maxLength = 100, examples = "product.edited")
        String action,
    @Schema(description = "What it was done to", maxLength = 100, examples = "product")
        String targetType,
    @Schema(
            description = "Which of them",
            maxLength = 300,
            examples = "01980f3c-6f4e-7cc0-8d3e-2f1f0a5b7c1d")
        String targetId,
    @Schema(description = "What is different since", maxItems = 1000) List<ChangeView> changes,
    @Schema(
            description = "The request it was done for; missing for what runs by itself",
            maxLength = 128)
        @Nullable String requestId,
    @Schema(description = "When it was done") Instant createdAt,
    @Schema(
            description = "The hash of the entry and of all before it; missing while sequence is",
            maxLength = 64,
            pattern = "^[0-9a-f]{64}$")
        @Nullable String hash,
    @Schema(description = "What can be done next, by name") Map<String, String> links) {
  static final String PATH = "/api/v1/audit-events";

  AuditEventView {
    changes = List.copyOf(changes);
  }

  static AuditEventView of(AuditEvent event) {
    return new AuditEventView(
        event.id(),
        event.link().map(ChainLink::sequence).orElse(null),
        event.actor(),
        event.action(),
        event.targetType(),
        event.targetId(),
        event.changes().stream().map(ChangeView::of).toList(),
        event.requestId().orElse(null),
        event.createdAt(),
        event.link().map(link -> link.hash().value()).orElse(null),
        Map.of("sameTarget", sameTarget(event)));
  }

  private static String sameTarget(AuditEvent event) {
    return UriBuilder.fromPath(PATH)
        .queryParam("targetType", "{type}")
        .queryParam("targetId", "{id}")
        .build(event.targetType(), event.targetId())
        .toString();
  }

  /** How a field differs. */
  @Schema(name = "Change", description = "How a field differs")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ChangeView(
      @Schema(description = "Which field", maxLength = 200, examples = "price.amount") String field,
      @Schema(
              description = "What it was; missing when there was none",
              maxLength = 10_000,
              examples = "1999")
          @Nullable String before,
      @Schema(
              description = "What it is; missing when there is none any more",
              maxLength = 10_000,
              examples = "1899")
          @Nullable String after) {

    static ChangeView of(Change change) {
      return new ChangeView(
          change.field(), change.before().orElse(null), change.after().orElse(null));
    }
  }
}
