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
    return codes.stepOf(secretOf(secondFactor), code.strip(), now);
  }

  /**
   * The second factor after the code, or recovery code, was used; empty if it is no good. A
   * recovery code is looked at first: it helps also where the secret cannot be opened any more.
   */
  Optional<SecondFactor> accept(SecondFactor secondFactor, String code, Instant now) {
    return secondFactor.usedUp(new RecoveryCode(code)).or(() -> usedByApp(secondFactor, code, now));
  }

  /** Sealed anew, so that the key it was sealed under can be retired some day. */
  private Optional<SecondFactor> usedByApp(SecondFactor secondFactor, String code, Instant now) {
    OptionalLong step = stepOf(secondFactor, code, now);
    return step.isPresent()
        ? secondFactor
            .usedAt(step.getAsLong())
            .map(used -> used.sealedAs(seal(used.userId(), secretOf(used))))
        : Optional.empty();
  }

  private TotpSecret secretOf(SecondFactor secondFactor) {
    return new TotpSecret(
        sealing.open(purpose(secondFactor.userId()), secondFactor.sealedSecret()));
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
