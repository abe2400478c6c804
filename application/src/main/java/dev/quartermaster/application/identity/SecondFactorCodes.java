package dev.quartermaster.application.identity;

import dev.quartermaster.domain.identity.OneTimeCodes;
import dev.quartermaster.domain.identity.RecoveryCode;
import dev.quartermaster.domain.identity.SecondFactor;
import dev.quartermaster.domain.identity.TotpSecret;
import dev.quartermaster.domain.shared.InvalidInput;
import dev.quartermaster.domain.shared.Sealing;
import dev.quartermaster.domain.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The codes of second factors, whose secrets are sealed for their user alone. */
final class SecondFactorCodes {
  private final Sealing sealing;
  private final OneTimeCodes codes;

  SecondFactorCodes(Sealing sealing, OneTimeCodes codes) {
    this.sealing = sealing;
    this.codes = codes;
  }

  String seal(UserId userId, TotpSecret secret) {
    return sealing.seal(purpose(userId), secret.base32());
  }

  /** The step of the code, if it is one that the app shows. */
  OptionalLong stepOf(SecondFactor secondFactor, String code, Instant now) {
    TotpSecret secret =
        new TotpSecret(sealing.open(purpose(secondFactor.userId()), secondFactor.sealedSecret()));
    return codes.stepOf(secret, code.strip(), now);
  }

  /** The second factor after the code, or recovery code, was used; empty if it is no good. */
  Optional<SecondFactor> accept(SecondFactor secondFactor, String code, Instant now) {
    OptionalLong step = stepOf(secondFactor, code, now);
    return step.isPresent()
        ? secondFactor.usedAt(step.getAsLong())
        : secondFactor.usedUp(new RecoveryCode(code));
  }

  /** As many recovery codes as a user gets. */
  List<RecoveryCode> newRecoveryCodes() {
    return Stream.generate(codes::newRecoveryCode).limit(SecondFactor.RECOVERY_CODES).toList();
  }

  /** What is stored of them. */
  static Set<String> digests(List<RecoveryCode> recoveryCodes) {
    return recoveryCodes.stream().map(RecoveryCode::digest).collect(Collectors.toSet());
  }

  /** The refusal of a signed-in user's code. */
  static InvalidInput wrong() {
    return InvalidInput.of(
        "code", "is not what your authenticator app shows now, or was used before");
  }

  /** Of one user alone, so that nobody gains by exchanging rows. */
  private static String purpose(UserId userId) {
    return "totp secret of " + userId;
  }
}
