package dev.quartermaster.rest.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.quartermaster.application.events.VerifyEvents;
import dev.quartermaster.domain.events.EventGap;
import dev.quartermaster.domain.events.EventLogState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whether the log of events lacks any. */
@Schema(name = "EventLogVerification", description = "Whether the log of events lacks any")
@JsonInclude(JsonInclude.Include.NON_NULL)
record EventLogVerificationView(
    @Schema(description = "Whether nothing is lacking") boolean complete,
    @Schema(description = "How many places of the log have no event", minimum = "0") long missing,
    @Schema(
            description = "Where an event of a thing is lacking or there twice; the first 100",
            maxItems = VerifyEvents.MAX_GAPS)
        List<GapView> gaps,
    @Schema(description = "The first place that is kept; 0 when none is", minimum = "0") long first,
    @Schema(description = "The last place that was given", minimum = "0") long head,
    @Schema(description = "How many events were committed and have no place yet", minimum = "0")
        long waiting,
    @Schema(description = "When the oldest of those happened; missing when none waits")
        @Nullable Instant oldestWaiting,
    @Schema(description = "Who must not miss an event, and how far each is", maxItems = 100)
        List<SubscriberView> subscribers,
    @Schema(description = "What can be done next, by name") Map<String, String> links) {

  static EventLogVerificationView of(VerifyEvents.Result result) {
    EventLogState state = result.state();
    return new EventLogVerificationView(
        result.isComplete(),
        result.missing(),
        result.gaps().stream().map(GapView::of).toList(),
        state.first(),
        state.head(),
        state.waiting(),
        state.oldestWaiting().orElse(null),
        state.subscribers().stream().map(each -> SubscriberView.of(each, state.head())).toList(),
        Map.of("self", EventLogResource.PATH + "/verify"));
  }

  /** Where an event is lacking or there twice. */
  @Schema(name = "EventGap", description = "Where an event of a thing is lacking or there twice")
  record GapView(
      @Schema(description = "What the thing is", maxLength = 50, examples = "order")
          String aggregateType,
      @Schema(description = "Which one", maxLength = 100) String aggregateId,
      @Schema(description = "At which place of the log", minimum = "1") long position,
      @Schema(description = "Which version should have come", minimum = "1") long expected,
      @Schema(description = "Which version came", minimum = "1") long found) {

    static GapView of(EventGap gap) {
      return new GapView(
          gap.aggregateType(), gap.aggregateId(), gap.position(), gap.expected(), gap.found());
    }
  }

  /** Somebody who must not miss an event. */
  @Schema(name = "EventSubscriber", description = "Who must not miss an event, and how far it is")
  record SubscriberView(
      @Schema(description = "Who it is", maxLength = 50, examples = "webhooks") String name,
      @Schema(description = "The last place it is done with", minimum = "0") long position,
      @Schema(description = "How many events it has yet to handle", minimum = "0") long behind,
      @Schema(description = "How many events it could not handle", minimum = "0") long parked) {

    static SubscriberView of(EventLogState.Subscriber subscriber, long head) {
      return new SubscriberView(
          subscriber.name(),
          subscriber.position(),
          Math.max(0, head - subscriber.position()),
          subscriber.parked());
    }
  }
}
