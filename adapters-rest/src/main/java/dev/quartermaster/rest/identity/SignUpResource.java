package dev.quartermaster.rest.identity;

import dev.quartermaster.application.identity.ChoosePassword;
import dev.quartermaster.application.identity.SignUp;
import dev.quartermaster.domain.identity.Language;
import dev.quartermaster.domain.identity.PasswordHash;
import dev.quartermaster.domain.identity.RawPassword;
import dev.quartermaster.domain.identity.User;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.rest.shared.Idempotency;
import dev.quartermaster.rest.shared.Preconditions;
import dev.quartermaster.rest.shared.ProblemType;
import dev.quartermaster.rest.shared.QueryBudget;
import dev.quartermaster.rest.shared.description.Refuses;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Opening an account. Idempotent like all changes, but from within: the password is hashed, which
 * is slow on purpose, before the transaction of the idempotency key holds a connection.
 */
@Path(UserView.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Users")
public class SignUpResource {
  private final ChoosePassword choosePassword;
  private final SignUp signUp;
  private final CurrentClient client;
  private final Idempotency idempotency;

  SignUpResource(
      ChoosePassword choosePassword, SignUp signUp, CurrentClient client, Idempotency idempotency) {
    this.choosePassword = choosePassword;
    this.signUp = signUp;
    this.client = client;
    this.idempotency = idempotency;
  }

  @POST
  @PermitAll
  @QueryBudget(8)
  @Operation(
      operationId = "signUp",
      summary = "Sign up",
      description =
          "Opens a customer's account, and mails a link that verifies the address, in the language"
              + " of Accept-Language if it is one of ours.")
  @APIResponseSchema(
      value = UserView.class,
      responseCode = "201",
      responseDescription = "The new user")
  @Refuses(ProblemType.EMAIL_TAKEN)
  public RestResponse<UserView> signUp(
      @NotNull(message = "must be a JSON object") @Valid SignUpRequest request,
      @Context HttpHeaders headers) {
    Language language = Language.bestOf(headers.getAcceptableLanguages());
    PasswordHash password =
        choosePassword.choose(new ChoosePassword.Command(new RawPassword(request.password())));
    return idempotency.execute(() -> signedUp(request, language, password));
  }

  private RestResponse<UserView> signedUp(
      SignUpRequest request, Language language, PasswordHash password) {
    User user =
        signUp.signUp(
            new SignUp.Command(request.name(), request.email(), language, password, client.get()));
    // Whoever has just signed up may do what the account's owner may.
    Actor owner = new Actor.SignedIn(user.id(), user.permissions());
    return RestResponse.ResponseBuilder.create(
            RestResponse.Status.CREATED, UserView.of(user, owner))
        .location(URI.create(UserView.PATH + "/" + user.id()))
        .tag(Preconditions.tag(user.version()))
        .build();
  }
}
