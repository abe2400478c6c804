package dev.quartermaster.jobs.identity;

import dev.quartermaster.application.identity.ForgetFailedLogIns;
import dev.quartermaster.jobs.shared.Batches;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

@Singleton
final class FailedLogInRetention {
  private static final Logger LOG = Logger.getLogger(FailedLogInRetention.class);
  private static final Batches BATCHES = new Batches(1000, 100);

  private final ForgetFailedLogIns forgetFailedLogIns;

  FailedLogInRetention(ForgetFailedLogIns forgetFailedLogIns) {
    this.forgetFailedLogIns = forgetFailedLogIns;
  }

  @Scheduled(every = "10m", delayed = "3m", concurrentExecution = ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void run() {
    int forgotten =
        BATCHES.run(
            LOG,
            limit -> forgetFailedLogIns.forget(new ForgetFailedLogIns.Command(limit)).forgotten());
    LOG.debugf("forgot %d accounts and addresses of failed log-ins", forgotten);
  }
}
