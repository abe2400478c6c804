package dev.quartermaster.jobs.identity;

import dev.quartermaster.application.identity.SendPasswordResets;
import dev.quartermaster.jobs.shared.Batches;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

@Singleton
final class PasswordResetMails {
  private static final Logger LOG = Logger.getLogger(PasswordResetMails.class);
  private static final Batches BATCHES = new Batches(100, 100);

  private final SendPasswordResets sendPasswordResets;

  PasswordResetMails(SendPasswordResets sendPasswordResets) {
    this.sendPasswordResets = sendPasswordResets;
  }

  @Scheduled(every = "1s", delayed = "1s", concurrentExecution = ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void run() {
    int handled =
        BATCHES.run(
            LOG, limit -> sendPasswordResets.send(new SendPasswordResets.Command(limit)).handled());
    LOG.debugf("looked into %d forgotten passwords", handled);
  }
}
