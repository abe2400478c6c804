package dev.quartermaster.rest.identity;

import dev.quartermaster.domain.identity.RecoveryCode;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Codes for when the authenticator app is gone. */
@Schema(name = "RecoveryCodes", description = "Codes for when the authenticator app is gone")
record RecoveryCodesView(
    @Schema(description = "Each is good for one log-in; they are shown this once", maxItems = 20)
        List<@Size(max = 64) String> recoveryCodes) {
  RecoveryCodesView {
    recoveryCodes = List.copyOf(recoveryCodes);
  }

  static RecoveryCodesView of(List<RecoveryCode> codes) {
    return new RecoveryCodesView(codes.stream().map(RecoveryCode::grouped).toList());
  }

  @Override
  public String toString() {
    return "RecoveryCodesView[***]";
  }
}
