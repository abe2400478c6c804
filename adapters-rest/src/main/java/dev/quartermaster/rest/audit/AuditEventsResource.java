package dev.quartermaster.rest.audit;

import dev.quartermaster.application.audit.ListAuditEvents;
import dev.quartermaster.application.audit.VerifyAuditTrail;
import dev.quartermaster.domain.audit.AuditEventField;
import dev.quartermaster.domain.shared.InvalidInput;
import dev.quartermaster.rest.shared.CurrentActor;
import dev.quartermaster.rest.shared.ListParameters;
import dev.quartermaster.rest.shared.ListView;
import dev.quartermaster.rest.shared.Lists;
import dev.quartermaster.rest.shared.QueryBudget;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The audit trail. */
@Path(AuditEventView.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Authenticated
@Tag(name = "Audit", description = "Who did what to what, and whether that is still what it says")
public class AuditEventsResource {
  private final ListAuditEvents listAuditEvents;
  private final VerifyAuditTrail verifyAuditTrail;
  private final CurrentActor actor;

  AuditEventsResource(
      ListAuditEvents listAuditEvents, VerifyAuditTrail verifyAuditTrail, CurrentActor actor) {
    this.listAuditEvents = listAuditEvents;
    this.verifyAuditTrail = verifyAuditTrail;
    this.actor = actor;
  }

  @GET
  @QueryBudget(3)
  @Operation(
      operationId = "listAuditEvents",
      summary = "List what was done",
      description = "Needs audit:read. Sorts by createdAt; the newest come first.")
  public RestResponse<ListView<AuditEventView>> list(
      @BeanParam AuditFilterParameters filter,
      @BeanParam ListParameters parameters,
      @Context UriInfo uri) {
    InvalidInput.collect(filter::read, () -> parameters.asPageRequest(AuditEventField.class, uri));
    return Lists.show(
        listAuditEvents.list(
            new ListAuditEvents.Query(
                actor.get(), filter.read(), parameters.asPageRequest(AuditEventField.class, uri))),
        AuditEventView.class,
        AuditEventView::of,
        uri);
  }

  @GET
  @Path("verify")
  @QueryBudget(3)
  @Operation(
      operationId = "verifyAuditTrail",
      summary = "Verify the audit trail",
      description =
          "Needs audit:read. Walks along the whole chain and names the first link that does not"
              + " hold. With a place that was noted outside of the database, such as one that the"
              + " log tells, it also finds a chain that was made anew or cut together with its"
              + " head.")
  public RestResponse<AuditVerificationView> verify(@BeanParam AnchorParameters anchor) {
    return RestResponse.ResponseBuilder.ok(
            AuditVerificationView.of(
                verifyAuditTrail.verify(new VerifyAuditTrail.Query(actor.get(), anchor.read()))))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }
}
