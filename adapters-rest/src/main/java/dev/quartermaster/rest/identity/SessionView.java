package dev.quartermaster.rest.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.quartermaster.domain.identity.Client;
import dev.quartermaster.domain.identity.Session;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A session as its user sees it. */
@Schema(name = "Session", description = "A place where somebody is logged in")
record SessionView(
    @Schema(description = "Identifies the session") UUID id,
    @Schema(description = "When it was logged in") Instant createdAt,
    @Schema(
            description =
                "When it last logged in or refreshed, which a client in use does every 15 minutes")
        Instant lastUsedAt,
    @Schema(description = "When it ends unless it is refreshed before") Instant expiresAt,
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @Schema(
            description = "Network address at the log-in; left out when it is not known",
            maxLength = 64,
            examples = "203.0.113.7")
        String address,
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @Schema(
            description =
                "What the client called itself at the log-in, in at most 256 characters; left out"
                    + " when it did not say",
            maxLength = Client.MAX_USER_AGENT_LENGTH,
            examples = "curl/8.5.0")
        String userAgent,
    @Schema(description = "Whether it is the one that asks") boolean current,
    @Schema(description = "What can be done next, by name") Map<String, String> links) {
  static final String PATH = UserView.PATH + "/me/sessions";

  static SessionView of(Session session, boolean current) {
    return new SessionView(
        session.id().value(),
        session.createdAt(),
        session.lastUsedAt(),
        session.expiresAt(),
        session.client().address(),
        session.client().userAgent(),
        current,
        Map.of("end", PATH + "/" + session.id()));
  }
}
