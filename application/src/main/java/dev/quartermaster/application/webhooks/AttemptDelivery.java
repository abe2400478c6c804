package dev.quartermaster.application.webhooks;

import dev.quartermaster.domain.webhooks.DeliveryId;
import java.util.Optional;

/** Makes one attempt to deliver. */
public interface AttemptDelivery {

  /**
   * Sends a delivery that was taken, and notes what came of it. No transaction is open while it is
   * sent; if the node dies meanwhile, another one attempts it once the lease ends. A webhook whose
   * receiver says that it is gone, or has failed for too long, is disabled, and its owner is
   * mailed. One whose owner may have none any more is disabled before anything is sent.
   */
  Result attempt(Command command);

  /**
   * @param deliveryId which delivery
   */
  record Command(DeliveryId deliveryId) {}

  /**
   * @param outcome what came of it
   * @param failure why it failed, if it did
   */
  record Result(Outcome outcome, Optional<String> failure) {}

  /** What came of an attempt. */
  enum Outcome {
    /** The receiver has taken the message. */
    DELIVERED,
    /** It failed, and is tried again later. */
    POSTPONED,
    /** It failed for the last time. */
    DEAD,
    /** Nothing was sent: the webhook is no more, is disabled, or somebody else was faster. */
    LEFT
  }
}
