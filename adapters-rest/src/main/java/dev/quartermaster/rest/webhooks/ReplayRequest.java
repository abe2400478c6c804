package dev.quartermaster.rest.webhooks;

import dev.quartermaster.application.webhooks.ReplayEvents;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.InvalidInput;
import dev.quartermaster.domain.webhooks.WebhookId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which time shall be replayed. */
@Schema(description = "Which time shall be replayed, at most 31 days of the past")
record ReplayRequest(
    @Schema(
            description = "The beginning of the time",
            format = "date-time",
            examples = "2026-11-24T00:00:00Z")
        @NotBlank(message = "must be given") @Size(max = 64, message = "must have at most {max} characters") String from,
    @Schema(
            description = "Its end, which is no part of it",
            format = "date-time",
            examples = "2026-11-25T00:00:00Z")
        @NotBlank(message = "must be given") @Size(max = 64, message = "must have at most {max} characters") String to) {

  /** The command of whoever asks. */
  ReplayEvents.Command toCommand(Actor asking, WebhookId webhook) {
    InvalidInput.collect(() -> instant("from", from), () -> instant("to", to));
    return new ReplayEvents.Command(asking, webhook, instant("from", from), instant("to", to));
  }

  private static Instant instant(String field, String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException unreadable) {
      throw InvalidInput.of(field, "must be an instant such as 2026-11-25T00:00:00Z");
    }
  }
}
