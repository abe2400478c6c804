package dev.quartermaster.jobs.catalog;

import dev.quartermaster.application.catalog.ForgetAbandonedImports;
import dev.quartermaster.jobs.shared.Batches;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

@Singleton
final class AbandonedImports {
  private static final Logger LOG = Logger.getLogger(AbandonedImports.class);
  private static final Batches BATCHES = new Batches(1, 100);

  private final ForgetAbandonedImports forgetAbandonedImports;

  AbandonedImports(ForgetAbandonedImports forgetAbandonedImports) {
    this.forgetAbandonedImports = forgetAbandonedImports;
  }

  @Scheduled(every = "1h", delayed = "5m", concurrentExecution = ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void run() {
    int forgotten =
        BATCHES.run(
            LOG,
            limit ->
                forgetAbandonedImports
                    .forget(new ForgetAbandonedImports.Command(limit))
                    .forgotten());
    LOG.debugf("forgot %d abandoned imports", forgotten);
  }
}
