package dev.quartermaster.rest.identity;

import dev.quartermaster.application.identity.AssignRoles;
import dev.quartermaster.application.identity.DeleteUser;
import dev.quartermaster.application.identity.EditUser;
import dev.quartermaster.application.identity.GetMfaStatus;
import dev.quartermaster.application.identity.GetUser;
import dev.quartermaster.application.identity.ListUsers;
import dev.quartermaster.domain.identity.Language;
import dev.quartermaster.domain.identity.User;
import dev.quartermaster.domain.identity.UserField;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.UserId;
import dev.quartermaster.rest.shared.CurrentActor;
import dev.quartermaster.rest.shared.Idempotent;
import dev.quartermaster.rest.shared.Identifier;
import dev.quartermaster.rest.shared.ListParameters;
import dev.quartermaster.rest.shared.ListView;
import dev.quartermaster.rest.shared.Lists;
import dev.quartermaster.rest.shared.Preconditions;
import dev.quartermaster.rest.shared.ProblemType;
import dev.quartermaster.rest.shared.QueryBudget;
import dev.quartermaster.rest.shared.SecurityDescription;
import dev.quartermaster.rest.shared.description.Refuses;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Accounts. */
@Path(UserView.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Idempotent
@Tag(name = "Users", description = "Accounts and their roles")
public class UsersResource {
  private final GetUser getUser;
  private final GetMfaStatus getMfaStatus;
  private final ListUsers listUsers;
  private final EditUser editUser;
  private final AssignRoles assignRoles;
  private final DeleteUser deleteUser;
  private final CurrentActor actor;

  UsersResource(
      GetUser getUser,
      GetMfaStatus getMfaStatus,
      ListUsers listUsers,
      EditUser editUser,
      AssignRoles assignRoles,
      DeleteUser deleteUser,
      CurrentActor actor) {
    this.getUser = getUser;
    this.getMfaStatus = getMfaStatus;
    this.listUsers = listUsers;
    this.editUser = editUser;
    this.assignRoles = assignRoles;
    this.deleteUser = deleteUser;
    this.actor = actor;
  }

  @GET
  @Authenticated
  @QueryBudget(3)
  @Operation(operationId = "listUsers", summary = "List users", description = "Needs users:read.")
  public RestResponse<ListView<UserView>> list(
      @BeanParam ListParameters parameters, @Context UriInfo uri) {
    Actor asking = actor.get();
    return Lists.show(
        listUsers.list(new ListUsers.Query(asking, parameters.asPageRequest(UserField.class, uri))),
        UserView.class,
        user -> UserView.of(user, asking),
        uri);
  }

  @GET
  @Path("me")
  @Authenticated
  @Extension(name = SecurityDescription.PEOPLE_ONLY, value = "true", parseValue = true)
  @QueryBudget(3)
  @Operation(operationId = "getMe", summary = "Read one's own account")
  public RestResponse<UserView> me() {
    Actor asking = actor.get();
    User user = getUser.get(new GetUser.Query(asking, asking.requireUser()));
    boolean mfaEnabled = getMfaStatus.get(new GetMfaStatus.Query(asking)).enabled();
    return shown(user, UserView.of(user, asking).withMfa(mfaEnabled));
  }

  @GET
  @Path("{id}")
  @Authenticated
  @QueryBudget(2)
  @Operation(
      operationId = "getUser",
      summary = "Read a user",
      description = "One's own account, or with users:read any.")
  public RestResponse<UserView> get(@PathParam("id") String id) {
    Actor asking = actor.get();
    return shown(getUser.get(new GetUser.Query(asking, userId(id))), asking);
  }

  @PATCH
  @Path("{id}")
  @Authenticated
  @Extension(name = SecurityDescription.PEOPLE_ONLY, value = "true", parseValue = true)
  @QueryBudget(8)
  @Operation(
      operationId = "editUser",
      summary = "Edit a user",
      description = "One's own account, or with users:write another's. Needs If-Match.")
  @Refuses(ProblemType.EMAIL_TAKEN)
  public RestResponse<UserView> edit(
      @PathParam("id") String id,
      @NotNull(message = "must be a JSON object") @Valid EditUserRequest request,
      @Context HttpHeaders headers) {
    Actor asking = actor.get();
    return shown(
        editUser.edit(
            new EditUser.Command(
                asking,
                userId(id),
                Preconditions.expected(headers),
                Optional.ofNullable(request.name()),
                Optional.ofNullable(request.email()),
                Optional.ofNullable(request.locale()).flatMap(Language::ofCode))),
        asking);
  }

  @PUT
  @Path("{id}/roles")
  @Authenticated
  @QueryBudget(8)
  @Operation(
      operationId = "assignRoles",
      summary = "Assign roles",
      description =
          "Needs users:write and If-Match with the user's ETag. Nobody can give or take away"
              + " permissions that they lack.")
  public RestResponse<UserView> assignRoles(
      @PathParam("id") String id,
      @NotNull(message = "must be a JSON object") @Valid AssignRolesRequest request,
      @Context HttpHeaders headers) {
    Actor asking = actor.get();
    return shown(
        assignRoles.assign(
            new AssignRoles.Command(
                asking, userId(id), Preconditions.expected(headers), request.toRoles())),
        asking);
  }

  @DELETE
  @Path("{id}")
  @Authenticated
  @Extension(name = SecurityDescription.PEOPLE_ONLY, value = "true", parseValue = true)
  @QueryBudget(10)
  @Operation(
      operationId = "deleteUser",
      summary = "Delete a user",
      description = "One's own account, or with users:write another's. Needs If-Match.")
  public RestResponse<Void> delete(@PathParam("id") String id, @Context HttpHeaders headers) {
    deleteUser.delete(
        new DeleteUser.Command(actor.get(), userId(id), Preconditions.expected(headers)));
    return RestResponse.noContent();
  }

  private static UserId userId(String id) {
    return new UserId(Identifier.of("id", id));
  }

  private static RestResponse<UserView> shown(User user, Actor asking) {
    return shown(user, UserView.of(user, asking));
  }

  private static RestResponse<UserView> shown(User user, UserView view) {
    return RestResponse.ResponseBuilder.ok(view)
        .tag(Preconditions.tag(user.version()))
        .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
        .build();
  }
}
