package dev.quartermaster.jobs.identity;

import dev.quartermaster.application.identity.ForgetExpiredSessions;
import dev.quartermaster.jobs.shared.Batches;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

@Singleton
final class SessionRetention {
  private static final Logger LOG = Logger.getLogger(SessionRetention.class);
  private static final Batches BATCHES = new Batches(1000, 100);

  private final ForgetExpiredSessions forgetExpiredSessions;

  SessionRetention(ForgetExpiredSessions forgetExpiredSessions) {
    this.forgetExpiredSessions = forgetExpiredSessions;
  }

  @Scheduled(every = "10m", delayed = "2m", concurrentExecution = ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void run() {
    int forgotten =
        BATCHES.run(
            LOG,
            limit ->
                forgetExpiredSessions.forget(new ForgetExpiredSessions.Command(limit)).forgotten());
    LOG.debugf("forgot %d expired sessions", forgotten);
  }
}
