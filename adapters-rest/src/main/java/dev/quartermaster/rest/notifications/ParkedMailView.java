package dev.quartermaster.rest.notifications;

import dev.quartermaster.domain.notifications.ParkedMail;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A mail that was given up, as clients see it; never with what it is filled with. */
@Schema(name = "ParkedMail", description = "A mail that was given up")
record ParkedMailView(
    @Schema(description = "Identifies the mail, also in its Message-ID") UUID id,
    @Schema(
            description = "Where it goes",
            format = "email",
            maxLength = 254,
            examples = "ada@example.com")
        String to,
    @Schema(description = "What it says", examples = "order-shipped") String template,
    @Schema(description = "How often sending it was begun", examples = "37") int attempts,
    @Schema(
            description = "Why the last attempt failed, in the server's words",
            maxLength = 10_000,
            examples = "550 no such mailbox")
        String failure,
    @Schema(description = "When it was asked for") Instant createdAt,
    @Schema(description = "When it was given up") Instant parkedAt,
    @Schema(description = "What can be done next, by name") Map<String, String> links) {
  /** The address of all mails that were given up. */
  static final String PATH = "/api/v1/mails";

  static ParkedMailView of(ParkedMail mail) {
    String self = PATH + "/" + mail.id();
    return new ParkedMailView(
        mail.id().value(),
        mail.recipient().value(),
        mail.template().code(),
        mail.attempts(),
        mail.failure(),
        mail.createdAt(),
        mail.parkedAt(),
        Map.of("self", self, "retry", self + "/retry"));
  }
}
