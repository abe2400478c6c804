package dev.quartermaster.jobs.payments;

import dev.quartermaster.application.payments.AdvancePayment;
import dev.quartermaster.application.payments.TakeDuePayments;
import dev.quartermaster.domain.payments.PaymentId;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.jobs.shared.Batches;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;

/**
 * On every node: takes up payments whose node has died, or whose gateway did not answer. Those of a
 * batch go on side by side, as each may have to wait for the gateway.
 */
@Singleton
final class PaymentResumption {
  private static final Logger LOG = Logger.getLogger(PaymentResumption.class);
  private static final Actor.SystemProcess ACTOR = new Actor.SystemProcess("payment-resumption");
  private static final Batches BATCHES = new Batches(16, 100);

  private final TakeDuePayments takeDuePayments;
  private final AdvancePayment advancePayment;

  PaymentResumption(TakeDuePayments takeDuePayments, AdvancePayment advancePayment) {
    this.takeDuePayments = takeDuePayments;
    this.advancePayment = advancePayment;
  }

  @Scheduled(every = "1s", delayed = "1s", concurrentExecution = ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void run() {
    int resumed = BATCHES.run(LOG, this::resume);
    LOG.debugf("took up %d payments", resumed);
  }

  private int resume(int limit) {
    List<PaymentId> due = takeDuePayments.take(new TakeDuePayments.Command(limit)).paymentIds();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      due.forEach(payment -> threads.execute(() -> advance(payment)));
    }
    return due.size();
  }

  private void advance(PaymentId payment) {
    try {
      var _ = advancePayment.advance(new AdvancePayment.Command(ACTOR, payment));
    } catch (RuntimeException fault) {
      // Its lease ends, and it is taken up again; the others go on.
      LOG.errorf(fault, "payment %s could not be carried on", payment);
    }
  }
}
