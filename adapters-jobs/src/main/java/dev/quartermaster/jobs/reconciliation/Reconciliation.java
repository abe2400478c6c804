package dev.quartermaster.jobs.reconciliation;

import dev.quartermaster.application.reconciliation.RunReconciliation;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.Unavailable;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** On every node, though only one of them then compares; the others learn what it found. */
@Singleton
final class Reconciliation {
  private static final Logger LOG = Logger.getLogger(Reconciliation.class);
  private static final Actor.SystemProcess ACTOR = new Actor.SystemProcess("reconciliation");

  private final RunReconciliation runReconciliation;

  Reconciliation(RunReconciliation runReconciliation) {
    this.runReconciliation = runReconciliation;
  }

  @Scheduled(every = "1m", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void run() {
    try {
      RunReconciliation.Result result = runReconciliation.run(new RunReconciliation.Command(ACTOR));
      if (result.ran() && result.disagreements() > 0) {
        LOG.warnf(
            "%d disagreements between orders, payments and stock; GET /api/v1/reconciliation names"
                + " them",
            result.disagreements());
      }
    } catch (Unavailable away) {
      LOG.warnf("put off until the next run: %s", away.detail());
    }
  }
}
