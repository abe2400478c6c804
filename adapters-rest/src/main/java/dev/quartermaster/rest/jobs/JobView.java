package dev.quartermaster.rest.jobs;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.quartermaster.domain.jobs.Job;
import dev.quartermaster.domain.jobs.JobTerms;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.Permission;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A job as clients see it. */
@Schema(name = "Job", description = "Work in the background")
public record JobView(
    @Schema(description = "Identifies the job") UUID id,
    @Schema(
            description = "What it does",
            enumeration = "product-import",
            examples = "product-import")
        String type,
    @Schema(
            description = "How far it has come",
            enumeration = {"queued", "running", "succeeded", "failed", "cancelled"},
            examples = "running")
        String state,
    @Schema(
            description = "Where it waits for a node",
            enumeration = "imports",
            examples = "imports")
        String queue,
    @Schema(
            description = "0 to 9; of the jobs of a queue that could begin, the highest does",
            examples = "0")
        int priority,
    @Schema(
            description =
                "What no other unfinished job of the type has; null if any may be beside it",
            maxLength = JobTerms.MAX_KEY_LENGTH)
        @JsonInclude(JsonInclude.Include.ALWAYS)
        @Nullable String uniqueKey,
    @Schema(description = "Before when it does not begin, or is not tried again") Instant runAt,
    @Schema(
            description =
                "How often in a row it failed since it last came further; with the tenth it is"
                    + " given up",
            examples = "0")
        int attempts,
    @Schema(description = "Lines of the input that it went through", examples = "250500") long done,
    @Schema(description = "Lines of the input", examples = "1000000") long total,
    @Schema(description = "Lines done that were left out, since they break a rule", examples = "2")
        long rejected,
    @Schema(
            description = "Lines in a second, from its beginning to its last change",
            examples = "9874.3")
        BigDecimal rate,
    @Schema(description = "Why it was given up; null unless it was", maxLength = 10_000)
        @JsonInclude(JsonInclude.Include.ALWAYS)
        @Nullable String failure,
    @Schema(description = "When it was asked for") Instant createdAt,
    @Schema(description = "When it began; null before") @JsonInclude(JsonInclude.Include.ALWAYS)
        @Nullable Instant startedAt,
    @Schema(description = "When it was over; null before") @JsonInclude(JsonInclude.Include.ALWAYS)
        @Nullable Instant finishedAt,
    @Schema(description = "When it last changed") Instant updatedAt,
    @Schema(description = "What can be done next, by name") Map<String, String> links) {
  /** The address of all jobs. */
  public static final String PATH = "/api/v1/jobs";

  /** The job as the actor sees it. */
  public static JobView of(Job job, Actor actor) {
    return new JobView(
        job.id().value(),
        job.type().code(),
        job.state().code(),
        job.type().queue().code(),
        job.priority(),
        job.uniqueKey().orElse(null),
        job.runAt(),
        job.attempts(),
        job.done(),
        job.total(),
        job.rejected(),
        job.rate(),
        job.failure().orElse(null),
        job.createdAt(),
        job.startedAt().orElse(null),
        job.finishedAt().orElse(null),
        job.updatedAt(),
        links(job, actor));
  }

  private static Map<String, String> links(Job job, Actor actor) {
    String self = PATH + "/" + job.id();
    Map<String, String> links = new LinkedHashMap<>();
    links.put("self", self);
    links.put("rejectedLines", self + "/rejected-lines");
    if (!job.state().isOver() && (job.isOf(actor) || actor.may(Permission.JOBS_WRITE))) {
      links.put("cancel", self + "/cancel");
    }
    if (job.isRetryable() && actor.may(Permission.JOBS_WRITE)) {
      links.put("retry", self + "/retry");
    }
    return links;
  }
}
