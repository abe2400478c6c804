package dev.quartermaster.jobs.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.application.audit.ChainAuditTrail;
import dev.quartermaster.domain.audit.ChainHash;
import dev.quartermaster.domain.audit.ChainLink;
import dev.quartermaster.jobs.shared.LoggedLines;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class AuditChainingTest {
  @RegisterExtension final LoggedLines log = new LoggedLines(AuditChaining.class);

  @Test
  void chainsInBatchesUntilNothingWaits() {
    List<Integer> batches = new ArrayList<>(List.of(1000, 1000, 7, 1000));
    AuditChaining job = new AuditChaining(_ -> chained(batches.removeFirst(), 1));

    job.run();

    assertThat(batches).containsExactly(1000);
  }

  @Test
  void notesTheHeadOnceForEachTimeItMoved() {
    List<Long> heads = new ArrayList<>(List.of(3L, 3L, 4L));
    AuditChaining job = new AuditChaining(_ -> chained(1, heads.removeFirst()));

    job.note();
    job.run();
    job.note();
    job.note();
    job.run();
    job.note();
    job.run();
    job.note();

    assertThat(log.lines())
        .containsExactly(
            "audit trail: entry 3 has the hash " + hash(3),
            "audit trail: entry 4 has the hash " + hash(4));
  }

  @Test
  void whatAnotherNodeChainsIsNoNewsHere() {
    AuditChaining job = new AuditChaining(_ -> new ChainAuditTrail.Result(0, Optional.empty()));
    job.run();
    job.note();
    assertThat(log.lines()).isEmpty();
  }

  private static ChainAuditTrail.Result chained(int count, long sequence) {
    return new ChainAuditTrail.Result(
        count, Optional.of(new ChainLink(sequence, new ChainHash(hash(sequence)))));
  }

  private static String hash(long sequence) {
    return Long.toString(sequence).repeat(64);
  }
}
