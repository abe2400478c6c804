package dev.quartermaster.payments.payments;

import dev.quartermaster.domain.payments.Charge;
import dev.quartermaster.domain.shared.Unavailable;
import io.smallrye.faulttolerance.api.Guard;
import jakarta.enterprise.util.TypeLiteral;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;
import org.jboss.logging.Logger;

/**
 * What keeps a gateway's troubles from becoming ours: no call takes long, one that fails is
 * repeated after a pause of uneven length, a gateway that fails always is left alone for a while,
 * and those who wait for it are few. Together they take less time than the lease of a payment.
 */
final class Guards {
  private static final Logger LOG = Logger.getLogger(Guards.class);

  private static final int CALLS_AT_ONCE = 64;
  static final long CALL_MILLIS = 2_000;
  private static final int REPETITIONS = 2;
  private static final long PAUSE_MILLIS = 100;
  private static final long JITTER_MILLIS = 50;
  private static final long LONGEST_PAUSE_MILLIS = 1_000;
  private static final int CALLS_LOOKED_AT = 50;
  private static final double SHARE_OF_FAILURES = 0.9;
  private static final long LEFT_ALONE_MILLIS = 2_000;

  private final Guard changes = guard("changes at the payment gateway");
  private final Guard reads = guard("look-ups at the payment gateway");

  /**
   * Asks for a step.
   *
   * @throws Unavailable when no answer came; the step may have been carried out
   */
  Charge change(String step, Callable<Charge> call) {
    return answer(step, () -> changes.call(call, Charge.class));
  }

  /**
   * Asks for what is known.
   *
   * @throws Unavailable when no answer came
   */
  <T> T read(Callable<T> call, TypeLiteral<T> type) {
    return answer("look up", () -> reads.call(call, type));
  }

  private static <T> T answer(String step, Callable<T> guarded) {
    try {
      return guarded.call();
    } catch (GatewayFailed | FaultToleranceException unanswered) {
      LOG.warnf("the payment gateway did not answer (%s): %s", step, unanswered);
      throw new Unavailable("The payment gateway", unanswered);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new Unavailable("The payment gateway", stopped);
    } catch (RuntimeException fault) {
      throw fault;
    } catch (Exception checked) {
      throw new IllegalStateException("gateways throw no other checked exceptions", checked);
    }
  }

  private static Guard guard(String description) {
    return Guard.create()
        .withDescription(description)
        .withBulkhead()
        .limit(CALLS_AT_ONCE)
        .done()
        .withTimeout()
        .duration(CALL_MILLIS, ChronoUnit.MILLIS)
        .done()
        .withCircuitBreaker()
        .requestVolumeThreshold(CALLS_LOOKED_AT)
        .failureRatio(SHARE_OF_FAILURES)
        .delay(LEFT_ALONE_MILLIS, ChronoUnit.MILLIS)
        .done()
        .withRetry()
        .maxRetries(REPETITIONS)
        .delay(PAUSE_MILLIS, ChronoUnit.MILLIS)
        .jitter(JITTER_MILLIS, ChronoUnit.MILLIS)
        .retryOn(GatewayFailed.class)
        .withExponentialBackoff()
        .maxDelay(LONGEST_PAUSE_MILLIS, ChronoUnit.MILLIS)
        .done()
        .done()
        .build();
  }
}
