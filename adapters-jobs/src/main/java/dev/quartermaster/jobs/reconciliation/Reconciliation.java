package dev.quartermaster.jobs.reconciliation;

import dev.quartermaster.application.reconciliation.CountDisagreements;
import dev.quartermaster.application.reconciliation.RunReconciliation;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.Schedule;
import dev.quartermaster.domain.shared.Unavailable;
import dev.quartermaster.jobs.shared.RecurringWork;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Compares on one node, and learns on every node what was found. */
@Singleton
final class Reconciliation {
  private static final Logger LOG = Logger.getLogger(Reconciliation.class);
  private static final Actor.SystemProcess ACTOR = new Actor.SystemProcess("reconciliation");

  private final CountDisagreements countDisagreements;

  Reconciliation(CountDisagreements countDisagreements) {
    this.countDisagreements = countDisagreements;
  }

  @Produces
  @Singleton
  static RecurringWork comparison(RunReconciliation runReconciliation) {
    return new RecurringWork(
        Schedule.RECONCILIATION,
        () -> tell(runReconciliation.run(new RunReconciliation.Command(ACTOR)).disagreements()));
  }

  @Scheduled(every = "1m", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void learn() {
    try {
      LOG.debugf("%d disagreements were found last", countDisagreements.count());
    } catch (Unavailable away) {
      LOG.warnf("put off until the next run: %s", away.detail());
    }
  }

  private static void tell(long disagreements) {
    if (disagreements > 0) {
      LOG.warnf(
          "%d disagreements between orders, payments and stock; GET /api/v1/reconciliation names"
              + " them",
          disagreements);
    }
  }
}
