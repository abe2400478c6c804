package dev.quartermaster.rest.identity;

import dev.quartermaster.application.identity.EnrolTotp;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A secret for an authenticator app. */
@Schema(name = "TotpEnrolment", description = "A secret for an authenticator app")
record TotpEnrolmentView(
    @Schema(
            description = "To type into the app (base32)",
            maxLength = 64,
            pattern = "^[A-Z2-7]+$",
            examples = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP")
        String secret,
    @Schema(
            description = "The same for a QR code",
            format = "uri",
            maxLength = 1024,
            examples =
                "otpauth://totp/Quartermaster:ada%40example.com?secret=JBSWY3DPEHPK3PXP&issuer=Quartermaster")
        String uri) {

  static TotpEnrolmentView of(EnrolTotp.Result result) {
    return new TotpEnrolmentView(result.secret().base32(), result.keyUri().toString());
  }

  @Override
  public String toString() {
    return "TotpEnrolmentView[***]";
  }
}
