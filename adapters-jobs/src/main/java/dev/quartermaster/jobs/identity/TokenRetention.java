package dev.quartermaster.jobs.identity;

import dev.quartermaster.application.identity.ForgetExpiredTokens;
import dev.quartermaster.jobs.shared.Batches;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

@Singleton
final class TokenRetention {
  private static final Logger LOG = Logger.getLogger(TokenRetention.class);
  private static final Batches BATCHES = new Batches(1000, 100);

  private final ForgetExpiredTokens forgetExpiredTokens;

  TokenRetention(ForgetExpiredTokens forgetExpiredTokens) {
    this.forgetExpiredTokens = forgetExpiredTokens;
  }

  @Scheduled(every = "10m", delayed = "3m", concurrentExecution = ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void run() {
    int forgotten =
        BATCHES.run(
            LOG,
            limit ->
                forgetExpiredTokens.forget(new ForgetExpiredTokens.Command(limit)).forgotten());
    LOG.debugf("forgot %d expired tokens", forgotten);
  }
}
