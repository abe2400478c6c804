package dev.quartermaster.jobs.audit;

import dev.quartermaster.application.audit.ChainAuditTrail;
import dev.quartermaster.domain.audit.ChainLink;
import dev.quartermaster.jobs.shared.Batches;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/**
 * Chains what was committed since, and notes the chain's head in the log: whoever can write to the
 * database can make a chain that agrees with itself, but not with lines that have left the machine.
 */
@Singleton
final class AuditChaining {
  private static final Logger LOG = Logger.getLogger(AuditChaining.class);
  private static final Batches BATCHES = new Batches(1000, 100);

  private final ChainAuditTrail chainAuditTrail;
  private final AtomicReference<ChainLink> head = new AtomicReference<>(ChainLink.START);
  private final AtomicReference<ChainLink> noted = new AtomicReference<>(ChainLink.START);

  AuditChaining(ChainAuditTrail chainAuditTrail) {
    this.chainAuditTrail = chainAuditTrail;
  }

  @Scheduled(every = "1s", delayed = "1s", concurrentExecution = ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void run() {
    int chained = BATCHES.run(LOG, this::chain);
    LOG.debugf("chained %d entries of the audit trail", chained);
  }

  @Scheduled(every = "1m", delayed = "10s", concurrentExecution = ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void note() {
    ChainLink current = head.get();
    if (!noted.getAndSet(current).equals(current)) {
      LOG.infof("audit trail: entry %d has the hash %s", current.sequence(), current.hash());
    }
  }

  private int chain(int limit) {
    ChainAuditTrail.Result result = chainAuditTrail.chain(new ChainAuditTrail.Command(limit));
    result.head().ifPresent(head::set);
    return result.chained();
  }
}
