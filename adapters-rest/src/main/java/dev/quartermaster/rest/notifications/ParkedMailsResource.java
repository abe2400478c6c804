package dev.quartermaster.rest.notifications;

import dev.quartermaster.application.notifications.GetParkedMail;
import dev.quartermaster.application.notifications.ListParkedMails;
import dev.quartermaster.application.notifications.RetryMail;
import dev.quartermaster.domain.notifications.MailId;
import dev.quartermaster.domain.notifications.ParkedMail;
import dev.quartermaster.domain.notifications.ParkedMailField;
import dev.quartermaster.rest.shared.CurrentActor;
import dev.quartermaster.rest.shared.Idempotent;
import dev.quartermaster.rest.shared.Identifier;
import dev.quartermaster.rest.shared.ListParameters;
import dev.quartermaster.rest.shared.ListView;
import dev.quartermaster.rest.shared.Lists;
import dev.quartermaster.rest.shared.Preconditions;
import dev.quartermaster.rest.shared.QueryBudget;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Mails that were given up. */
@Path(ParkedMailView.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Idempotent
@Authenticated
@Tag(name = "Mails", description = "Mails that were given up")
public class ParkedMailsResource {
  private final ListParkedMails listParkedMails;
  private final GetParkedMail getParkedMail;
  private final RetryMail retryMail;
  private final CurrentActor actor;

  ParkedMailsResource(
      ListParkedMails listParkedMails,
      GetParkedMail getParkedMail,
      RetryMail retryMail,
      CurrentActor actor) {
    this.listParkedMails = listParkedMails;
    this.getParkedMail = getParkedMail;
    this.retryMail = retryMail;
    this.actor = actor;
  }

  @GET
  @QueryBudget(4)
  @Operation(
      operationId = "listParkedMails",
      summary = "List mails that were given up",
      description =
          "Needs jobs:write. Mails that no server took for a day; they are kept for thirty days."
              + " Sorts by parkedAt; the newest come first.")
  public RestResponse<ListView<ParkedMailView>> list(
      @BeanParam ListParameters parameters, @Context UriInfo uri) {
    return Lists.show(
        listParkedMails.list(
            new ListParkedMails.Query(
                actor.get(), parameters.asPageRequest(ParkedMailField.class, uri))),
        ParkedMailView.class,
        ParkedMailView::of,
        uri);
  }

  @GET
  @Path("{id}")
  @QueryBudget(3)
  @Operation(
      operationId = "getParkedMail",
      summary = "Read a mail that was given up",
      description = "Needs jobs:write.")
  public RestResponse<ParkedMailView> get(@PathParam("id") String id) {
    ParkedMail mail = getParkedMail.get(new GetParkedMail.Query(actor.get(), mailId(id)));
    return RestResponse.ResponseBuilder.ok(ParkedMailView.of(mail))
        .tag(Preconditions.tag(mail.attempts()))
        .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
        .build();
  }

  @POST
  @Path("{id}/retry")
  @QueryBudget(8)
  @Operation(
      operationId = "retryMail",
      summary = "Retry a mail",
      description =
          "Needs jobs:write. The mail is tried once more at once; if that fails, it is given up"
              + " again.")
  @APIResponse(responseCode = "204", description = "The mail is queued again")
  public RestResponse<Void> retry(@PathParam("id") String id) {
    retryMail.retry(new RetryMail.Command(actor.get(), mailId(id)));
    return RestResponse.noContent();
  }

  private static MailId mailId(String id) {
    return new MailId(Identifier.of("id", id));
  }
}
