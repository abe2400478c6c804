package dev.quartermaster.jobs.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.quartermaster.application.audit.VerifyAuditTrail;
import dev.quartermaster.domain.audit.BrokenLink;
import dev.quartermaster.domain.audit.ChainLink;
import dev.quartermaster.domain.shared.Schedule;
import dev.quartermaster.jobs.shared.LoggedLines;
import dev.quartermaster.jobs.shared.RecurringWork;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class AuditVerificationTest {
  @RegisterExtension final LoggedLines log = new LoggedLines(AuditVerification.class);

  @Test
  void tellsHowManyEntriesHold() {
    RecurringWork walk = AuditVerification.walk(_ -> result(Optional.empty()));
    assertThat(walk.schedule()).isEqualTo(Schedule.AUDIT_VERIFICATION);
    walk.work().run();
    assertThat(log.lines()).containsExactly("audit trail: all 7 entries hold");
  }

  @Test
  void aBrokenChainIsToldAndFailsTheRun() {
    BrokenLink link = new BrokenLink(8, Optional.empty(), BrokenLink.Kind.TAIL_CUT);
    RecurringWork walk = AuditVerification.walk(_ -> result(Optional.of(link)));
    String message = "audit trail: the chain does not hold at entry 8, which is tail-cut";
    assertThatExceptionOfType(AuditTrailBroken.class)
        .isThrownBy(walk.work()::run)
        .withMessage(message);
    assertThat(log.lines()).containsExactly(message);
  }

  private static VerifyAuditTrail.Result result(Optional<BrokenLink> broken) {
    return new VerifyAuditTrail.Result(7, ChainLink.START, 0, broken);
  }
}
