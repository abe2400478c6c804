package dev.quartermaster.rest.events;

import dev.quartermaster.application.events.FollowEvents;
import dev.quartermaster.domain.shared.InvalidInput;
import dev.quartermaster.rest.shared.EventStreams;
import dev.quartermaster.rest.shared.LastEventId;
import dev.quartermaster.rest.shared.ProblemType;
import dev.quartermaster.rest.shared.QueryBudget;
import dev.quartermaster.rest.shared.description.Refuses;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What happens in the whole shop, as it happens. */
@Path(EventLogResource.PATH)
@RunOnVirtualThread
@Authenticated
@Tag(name = "Events", description = "What happened, as it happens")
public class EventStreamResource {
  private final FollowEvents followEvents;
  private final EventStreams streams;

  EventStreamResource(FollowEvents followEvents, EventStreams streams) {
    this.followEvents = followEvents;
    this.streams = streams;
  }

  @GET
  @Blocking
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @QueryBudget(4)
  @Operation(
      operationId = "followEvents",
      summary = "Follow all events",
      description =
          "Needs orders:read; events of products need catalog:write as well, and those of users"
              + " users:read, and are left out without it. A stream of server-sent events: each"
              + " once, as a CloudEvent, from now on or from behind the event that Last-Event-ID"
              + " names. It goes on until the client leaves, its token or session ends, or the node"
              + " stops.")
  @APIResponse(
      responseCode = "200",
      description = "Events as they come.",
      content =
          @Content(
              mediaType = MediaType.SERVER_SENT_EVENTS,
              schema = @Schema(type = SchemaType.STRING, maxLength = Integer.MAX_VALUE)))
  @Refuses(ProblemType.TOO_MANY_LIVE_STREAMS)
  public Multi<OutboundSseEvent> follow(
      @BeanParam EventFilterParameters filter, @BeanParam LastEventId lastEventId) {
    InvalidInput.collect(filter::wantedAggregateId, lastEventId::read);
    return streams.open(
        (asking, follower) ->
            followEvents.follow(
                new FollowEvents.Query(
                    asking,
                    filter.types(),
                    filter.wantedAggregateType(),
                    filter.wantedAggregateId(),
                    lastEventId.read()),
                follower));
  }
}
