package dev.quartermaster.rest.jobs;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.quartermaster.domain.jobs.ScheduleState;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What recurs, as clients see it. */
@Schema(name = "Schedule", description = "Work that recurs by itself")
record ScheduleView(
    @Schema(description = "What is done", examples = "token-retention") String name,
    @Schema(
            description = "When, in UTC: second, minute, hour, day, month, day of the week",
            examples = "45 4/10 * * * *")
        String schedule,
    @Schema(description = "Whether a node is at it now", examples = "false") boolean running,
    @Schema(description = "When a run ended last; null before the first")
        @JsonInclude(JsonInclude.Include.ALWAYS)
        @Nullable Instant lastRunAt,
    @Schema(
            description = "How that run ended; null before the first",
            enumeration = {"succeeded", "failed"},
            examples = "succeeded")
        @JsonInclude(JsonInclude.Include.ALWAYS)
        @Nullable String lastOutcome,
    @Schema(description = "Runs that failed since one succeeded", examples = "0") int failures,
    @Schema(description = "When it runs next, or began if it is running") Instant nextRunAt) {
  /** The address of all schedules. */
  static final String PATH = JobView.PATH + "/schedules";

  static ScheduleView of(ScheduleState state) {
    return new ScheduleView(
        state.schedule().code(),
        state.schedule().cron(),
        state.running(),
        state.lastRun().orElse(null),
        state.lastRun().map(_ -> state.isFailing() ? "failed" : "succeeded").orElse(null),
        state.failures(),
        state.next());
  }
}
