package dev.quartermaster.rest.identity;

import dev.quartermaster.application.identity.ConfirmTotp;
import dev.quartermaster.application.identity.DisableTotp;
import dev.quartermaster.application.identity.EnrolTotp;
import dev.quartermaster.application.identity.RenewRecoveryCodes;
import dev.quartermaster.domain.identity.RawPassword;
import dev.quartermaster.rest.shared.CurrentActor;
import dev.quartermaster.rest.shared.ProblemType;
import dev.quartermaster.rest.shared.QueryBudget;
import dev.quartermaster.rest.shared.SecurityDescription;
import dev.quartermaster.rest.shared.description.Refuses;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * The second factor of one's own account. Answers hold secrets, so no idempotency record is kept,
 * and a code is good for once anyway.
 */
@Path("/api/v1/auth/mfa")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Authenticated
@Tag(name = "Second factor", description = "An authenticator app, and recovery codes")
public class MfaResource {
  private final EnrolTotp enrolTotp;
  private final ConfirmTotp confirmTotp;
  private final DisableTotp disableTotp;
  private final RenewRecoveryCodes renewRecoveryCodes;
  private final CurrentSession session;
  private final CurrentClient client;
  private final CurrentActor actor;

  MfaResource(
      EnrolTotp enrolTotp,
      ConfirmTotp confirmTotp,
      DisableTotp disableTotp,
      RenewRecoveryCodes renewRecoveryCodes,
      CurrentSession session,
      CurrentClient client,
      CurrentActor actor) {
    this.enrolTotp = enrolTotp;
    this.confirmTotp = confirmTotp;
    this.disableTotp = disableTotp;
    this.renewRecoveryCodes = renewRecoveryCodes;
    this.session = session;
    this.client = client;
    this.actor = actor;
  }

  @POST
  @Path("totp")
  @Extension(name = SecurityDescription.PEOPLE_ONLY, value = "true", parseValue = true)
  @QueryBudget(13)
  @Operation(
      operationId = "enrolTotp",
      summary = "Set up an authenticator app",
      description =
          "Gives the app's secret. Needs the account's password, unless the log-in is less than 10"
              + " minutes ago. Log-ins need no code until the app is confirmed.")
  @Refuses({ProblemType.MFA_ALREADY_ENABLED, ProblemType.ACCOUNT_LOCKED})
  public RestResponse<TotpEnrolmentView> enrol(@Valid @Nullable EnrolTotpRequest request) {
    Optional<RawPassword> password =
        Optional.ofNullable(request).map(EnrolTotpRequest::password).map(RawPassword::new);
    return Secret.of(
        TotpEnrolmentView.of(
            enrolTotp.enrol(
                new EnrolTotp.Command(actor.get(), password, session.id(), client.get()))));
  }

  @POST
  @Path("totp/confirm")
  @Extension(name = SecurityDescription.PEOPLE_ONLY, value = "true", parseValue = true)
  @QueryBudget(4)
  @Operation(
      operationId = "confirmTotp",
      summary = "Confirm the authenticator app",
      description = "From then on log-ins need a code. Gives the recovery codes.")
  @Refuses({
    ProblemType.INVALID_MFA_CODE,
    ProblemType.MFA_NOT_ENABLED,
    ProblemType.MFA_ALREADY_ENABLED
  })
  public RestResponse<RecoveryCodesView> confirm(
      @NotNull(message = "must be a JSON object") @Valid MfaCodeRequest request) {
    return Secret.of(
        RecoveryCodesView.of(
            confirmTotp
                .confirm(new ConfirmTotp.Command(actor.get(), request.code()))
                .recoveryCodes()));
  }

  @DELETE
  @Path("totp")
  @Extension(name = SecurityDescription.PEOPLE_ONLY, value = "true", parseValue = true)
  @QueryBudget(11)
  @Operation(
      operationId = "disableTotp",
      summary = "Switch the authenticator app off",
      description = "Needs a code or a recovery code.")
  @APIResponse(responseCode = "204", description = "Log-ins need no code any more")
  @Refuses({ProblemType.INVALID_MFA_CODE, ProblemType.MFA_NOT_ENABLED, ProblemType.ACCOUNT_LOCKED})
  public RestResponse<Void> disable(
      @NotNull(message = "must be a JSON object") @Valid MfaCodeRequest request) {
    disableTotp.disable(new DisableTotp.Command(actor.get(), request.code(), client.get()));
    return RestResponse.noContent();
  }

  @POST
  @Path("recovery-codes")
  @Extension(name = SecurityDescription.PEOPLE_ONLY, value = "true", parseValue = true)
  @QueryBudget(11)
  @Operation(
      operationId = "renewRecoveryCodes",
      summary = "Get new recovery codes",
      description = "Needs a code. The recovery codes before are worth nothing any more.")
  @Refuses({ProblemType.INVALID_MFA_CODE, ProblemType.MFA_NOT_ENABLED, ProblemType.ACCOUNT_LOCKED})
  public RestResponse<RecoveryCodesView> renew(
      @NotNull(message = "must be a JSON object") @Valid MfaCodeRequest request) {
    return Secret.of(
        RecoveryCodesView.of(
            renewRecoveryCodes
                .renew(new RenewRecoveryCodes.Command(actor.get(), request.code(), client.get()))
                .recoveryCodes()));
  }
}
