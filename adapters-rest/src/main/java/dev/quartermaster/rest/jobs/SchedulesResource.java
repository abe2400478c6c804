package dev.quartermaster.rest.jobs;

import dev.quartermaster.application.jobs.ListSchedules;
import dev.quartermaster.rest.shared.CurrentActor;
import dev.quartermaster.rest.shared.ListView;
import dev.quartermaster.rest.shared.Lists;
import dev.quartermaster.rest.shared.QueryBudget;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What recurs by itself. */
@Path(ScheduleView.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Authenticated
@Tag(name = "Jobs", description = "Work in the background")
public class SchedulesResource {
  private final ListSchedules listSchedules;
  private final CurrentActor actor;

  SchedulesResource(ListSchedules listSchedules, CurrentActor actor) {
    this.listSchedules = listSchedules;
    this.actor = actor;
  }

  @GET
  @QueryBudget(3)
  @Operation(
      operationId = "listSchedules",
      summary = "List what recurs",
      description =
          "Needs jobs:write. Each schedule runs on one node of all at a time; how its last run went"
              + " and when the next one comes.")
  public RestResponse<ListView<ScheduleView>> list(@Context UriInfo uri) {
    return Lists.showWhole(
        listSchedules.list(new ListSchedules.Query(actor.get())),
        ScheduleView.class,
        ScheduleView::of,
        uri);
  }
}
