package dev.quartermaster.jobs.shared;

import dev.quartermaster.application.shared.ForgetExpiredAnswers;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

@Singleton
final class AnswerRetention {
  private static final Logger LOG = Logger.getLogger(AnswerRetention.class);
  private static final Batches BATCHES = new Batches(1000, 100);

  private final ForgetExpiredAnswers forgetExpiredAnswers;

  AnswerRetention(ForgetExpiredAnswers forgetExpiredAnswers) {
    this.forgetExpiredAnswers = forgetExpiredAnswers;
  }

  @Scheduled(every = "1m", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void run() {
    int forgotten =
        BATCHES.run(
            LOG,
            limit ->
                forgetExpiredAnswers.forget(new ForgetExpiredAnswers.Command(limit)).forgotten());
    LOG.debugf("forgot %d kept answers", forgotten);
  }
}
