package dev.quartermaster.rest.ordering;

import dev.quartermaster.application.ordering.FollowOrder;
import dev.quartermaster.domain.ordering.OrderId;
import dev.quartermaster.domain.shared.InvalidInput;
import dev.quartermaster.rest.shared.EventStreams;
import dev.quartermaster.rest.shared.Identifier;
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
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What happens to an order, as it happens. */
@Path(OrderView.PATH + "/{id}/events")
@RunOnVirtualThread
@Authenticated
@Tag(name = "Orders", description = "Orders, from their placing to their end")
public class OrderEventsResource {
  private final FollowOrder followOrder;
  private final EventStreams streams;

  OrderEventsResource(FollowOrder followOrder, EventStreams streams) {
    this.followOrder = followOrder;
    this.streams = streams;
  }

  @GET
  @Blocking
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @QueryBudget(5)
  @Operation(
      operationId = "followOrder",
      summary = "Follow an order",
      description =
          "One's own order, or with orders:read any. A stream of server-sent events: each change of"
              + " the order once, as a CloudEvent, from its placing on or from behind the event that"
              + " Last-Event-ID names, and then each as it comes. It goes on after the end of the"
              + " order, until the client leaves, its token or session ends, or the node stops.")
  @APIResponse(
      responseCode = "200",
      description = "Events as they come.",
      content =
          @Content(
              mediaType = MediaType.SERVER_SENT_EVENTS,
              schema = @Schema(type = SchemaType.STRING, maxLength = Integer.MAX_VALUE)))
  @Refuses(ProblemType.TOO_MANY_LIVE_STREAMS)
  public Multi<OutboundSseEvent> follow(
      @PathParam("id") String id, @BeanParam LastEventId lastEventId) {
    InvalidInput.collect(() -> orderId(id), lastEventId::read);
    return streams.open(
        (asking, follower) ->
            followOrder.follow(
                new FollowOrder.Query(asking, orderId(id), lastEventId.read()), follower));
  }

  private static OrderId orderId(String id) {
    return new OrderId(Identifier.of("id", id));
  }
}
