package dev.quartermaster.rest.identity;

import dev.quartermaster.application.identity.EndOtherSessions;
import dev.quartermaster.application.identity.EndSession;
import dev.quartermaster.application.identity.ListSessions;
import dev.quartermaster.domain.identity.SessionField;
import dev.quartermaster.domain.identity.SessionId;
import dev.quartermaster.rest.shared.CurrentActor;
import dev.quartermaster.rest.shared.Idempotent;
import dev.quartermaster.rest.shared.Identifier;
import dev.quartermaster.rest.shared.ListParameters;
import dev.quartermaster.rest.shared.ListView;
import dev.quartermaster.rest.shared.Lists;
import dev.quartermaster.rest.shared.QueryBudget;
import dev.quartermaster.rest.shared.SecurityDescription;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Where somebody is logged in. A session has no version, so ending one needs no If-Match. */
@Path(SessionView.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Idempotent
@Authenticated
@Tag(name = "Sessions")
public class SessionsResource {
  private final ListSessions listSessions;
  private final EndSession endSession;
  private final EndOtherSessions endOtherSessions;
  private final CurrentSession session;
  private final CurrentActor actor;

  SessionsResource(
      ListSessions listSessions,
      EndSession endSession,
      EndOtherSessions endOtherSessions,
      CurrentSession session,
      CurrentActor actor) {
    this.listSessions = listSessions;
    this.endSession = endSession;
    this.endOtherSessions = endOtherSessions;
    this.session = session;
    this.actor = actor;
  }

  @GET
  @Extension(name = SecurityDescription.PEOPLE_ONLY, value = "true", parseValue = true)
  @QueryBudget(3)
  @Operation(
      operationId = "listSessions",
      summary = "List one's sessions",
      description = "Where one is logged in, the newest first.")
  public RestResponse<ListView<SessionView>> list(
      @BeanParam ListParameters parameters, @Context UriInfo uri) {
    Optional<SessionId> current = session.id();
    return Lists.show(
        listSessions.list(
            new ListSessions.Query(actor.get(), parameters.asPageRequest(SessionField.class, uri))),
        SessionView.class,
        shown -> SessionView.of(shown, current.filter(shown.id()::equals).isPresent()),
        uri);
  }

  @DELETE
  @Path("{id}")
  @Extension(name = SecurityDescription.PEOPLE_ONLY, value = "true", parseValue = true)
  @QueryBudget(5)
  @Operation(
      operationId = "endSession",
      summary = "End one of one's sessions",
      description = "Its tokens stop working at once.")
  public RestResponse<Void> end(@PathParam("id") String id) {
    endSession.end(new EndSession.Command(actor.get(), new SessionId(Identifier.of("id", id))));
    return RestResponse.noContent();
  }

  @DELETE
  @Extension(name = SecurityDescription.PEOPLE_ONLY, value = "true", parseValue = true)
  @QueryBudget(5)
  @Operation(
      operationId = "endOtherSessions",
      summary = "End all of one's other sessions",
      description = "The session that asks goes on.")
  public RestResponse<Void> endOthers() {
    endOtherSessions.end(new EndOtherSessions.Command(actor.get(), session.id()));
    return RestResponse.noContent();
  }
}
