package dev.quartermaster.rest.events;

import dev.quartermaster.application.events.VerifyEvents;
import dev.quartermaster.rest.shared.CurrentActor;
import dev.quartermaster.rest.shared.QueryBudget;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The log of events as a whole. */
@Path(EventLogResource.PATH + "/verify")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Authenticated
@Tag(name = "Events", description = "What happened, as it happens")
public class EventLogResource {
  static final String PATH = "/api/v1/events";

  private final VerifyEvents verifyEvents;
  private final CurrentActor actor;

  EventLogResource(VerifyEvents verifyEvents, CurrentActor actor) {
    this.verifyEvents = verifyEvents;
    this.actor = actor;
  }

  @GET
  @QueryBudget(4)
  @Operation(
      operationId = "verifyEvents",
      summary = "Look for events that are lacking",
      description =
          "Needs orders:read. Reads the whole log: whether each of its places has an event, and"
              + " each thing's events follow one another without a gap. Tells as well what waits"
              + " to be published, and how far those are who must not miss an event.")
  public RestResponse<EventLogVerificationView> verify() {
    return RestResponse.ResponseBuilder.ok(
            EventLogVerificationView.of(verifyEvents.verify(new VerifyEvents.Query(actor.get()))))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }
}
