package dev.quartermaster.payments.payments;

import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import dev.quartermaster.domain.payments.Charge;
import dev.quartermaster.domain.payments.ChargeStatus;
import dev.quartermaster.domain.payments.PaymentId;
import dev.quartermaster.domain.payments.RefundId;
import dev.quartermaster.domain.shared.Money;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Payments by Stripe. A charge is a PaymentIntent that is made first and kept in {@link
 * StripeIntents}, and only then confirmed, so that none can move money whose id we don't know. From
 * then on it is read by that id, and Stripe's own rules keep each step from being taken twice.
 */
final class StripeGateway implements RemoteGateway {
  private static final Logger LOG = Logger.getLogger(StripeGateway.class);
  private static final int LOOK_UPS = 24;
  private static final int LOOK_UPS_SIDE_BY_SIDE = 8;
  private static final int NEWEST = 300;
  private static final Pattern METHOD = Pattern.compile("pm_\\w+");

  private final StripeApi stripe;
  private final StripeIntents intents;

  StripeGateway(StripeApi stripe, StripeIntents intents) {
    this.stripe = stripe;
    this.intents = intents;
  }

  @Override
  public boolean accepts(String method) {
    return METHOD.matcher(method).matches();
  }

  @Override
  public Charge authorise(PaymentId paymentId, String method, Money amount) {
    StripeIntent begun = intents.begun(paymentId, amount);
    if (begun.intentId().isPresent()) {
      PaymentIntent known = stripe.read(begun);
      return StripeCharge.isUndecided(known) ? confirmed(begun) : charge(begun, known);
    }
    StripeIntent named = begun.ended().isPresent() ? begun : named(begun, method);
    return named.endedCharge().orElseGet(() -> confirmed(named));
  }

  @Override
  public Charge capture(PaymentId paymentId) {
    StripeIntent known = known(paymentId);
    return known
        .endedCharge()
        .orElseGet(
            () -> {
              try {
                PaymentIntent captured = step(known, stripe::capture);
                return StripeCharge.of(paymentId, captured, List.of());
              } catch (StripeRefused refusal) {
                log("capture", known, refusal);
                return charge(known, stripe.read(known));
              }
            });
  }

  @Override
  public Charge cancel(PaymentId paymentId, Money amount) {
    StripeIntent known = intents.ended(paymentId, amount, ChargeStatus.VOIDED);
    return known.endedCharge().orElseGet(() -> cancelled(known, stripe.read(known)));
  }

  @Override
  public Charge refund(PaymentId paymentId, RefundId refundId, Money amount) {
    StripeIntent known = intents.ended(paymentId, amount, ChargeStatus.VOIDED);
    Optional<Charge> ended = known.endedCharge();
    if (ended.isPresent()) {
      return ended.get().refusing(refundId, "nothing was taken by Stripe");
    }
    PaymentIntent intent = stripe.read(known);
    List<Refund> refunds = stripe.refunds(intent);
    Charge charge = StripeCharge.of(paymentId, intent, refunds);
    if (charge.refunds().containsKey(refundId) || charge.refusals().containsKey(refundId)) {
      return charge;
    }
    Optional<Long> inStripe = StripeAmount.of(amount);
    if (inStripe.isEmpty()) {
      return charge.refusing(refundId, "Stripe knows no such amount");
    }
    try {
      refunds.add(stripe.refund(known, refundId, inStripe.get()));
      return StripeCharge.of(paymentId, intent, refunds);
    } catch (StripeRefused refusal) {
      log("refund", known, refusal);
      return charge.refusing(refundId, refusal.reason());
    }
  }

  @Override
  public Optional<Charge> lookUp(PaymentId paymentId) {
    return intents.find(paymentId).flatMap(this::lookedUp);
  }

  @Override
  public int lookUpsAtOnce() {
    return LOOK_UPS;
  }

  @Override
  public List<Charge> lookUp(Collection<PaymentId> paymentIds) throws InterruptedException {
    List<Callable<Optional<Charge>>> lookUps =
        intents.find(paymentIds).stream()
            .<Callable<Optional<Charge>>>map(known -> () -> lookedUp(known))
            .toList();
    try (ExecutorService threads =
        Executors.newFixedThreadPool(LOOK_UPS_SIDE_BY_SIDE, Thread.ofVirtual().factory())) {
      return threads.invokeAll(lookUps).stream()
          .flatMap(answer -> answered(answer).stream())
          .toList();
    }
  }

  /** Looks at no more than a few pages of Stripe's list, in which others' charges stand as well. */
  @Override
  public List<Charge> newest(int limit) {
    return stripe.newest(Math.min(limit, NEWEST)).stream()
        .filter(intent -> !StripeCharge.isUndecided(intent))
        .flatMap(intent -> ours(intent).stream())
        .limit(limit)
        .toList();
  }

  private Optional<Charge> ours(PaymentIntent intent) {
    return StripeMetadata.id(intent.getMetadata(), StripeMetadata.PAYMENT)
        .map(PaymentId::new)
        .map(
            id ->
                StripeCharge.of(
                    id,
                    intent,
                    StripeCharge.isPaidBack(intent) ? stripe.refunds(intent) : List.of()));
  }

  private static Optional<Charge> answered(Future<Optional<Charge>> lookUp) {
    return switch (lookUp.state()) {
      case SUCCESS -> lookUp.resultNow();
      case FAILED, CANCELLED, RUNNING ->
          throw new GatewayFailed("Stripe did not answer all look-ups", cause(lookUp));
    };
  }

  private static @Nullable Throwable cause(Future<?> failed) {
    return failed.state() == Future.State.FAILED ? failed.exceptionNow() : null;
  }

  private Optional<Charge> lookedUp(StripeIntent known) {
    if (known.intentId().isEmpty()) {
      return known.endedCharge();
    }
    PaymentIntent intent = stripe.read(known);
    return StripeCharge.isUndecided(intent) ? Optional.empty() : Optional.of(charge(known, intent));
  }

  /** The payment with its PaymentIntent, or ended because Stripe would make none. */
  private StripeIntent named(StripeIntent begun, String method) {
    Optional<Long> amount = StripeAmount.of(begun.amount());
    if (amount.isEmpty()) {
      LOG.infof("Stripe knows no such amount as that of payment %s", begun.paymentId());
      return declined(begun);
    }
    try {
      PaymentIntent created = step(begun, payment -> stripe.create(payment, method, amount.get()));
      return intents.named(begun.paymentId(), created.getId());
    } catch (StripeRefused refusal) {
      log("begin", begun, refusal);
      return declined(begun);
    }
  }

  private StripeIntent declined(StripeIntent begun) {
    return intents.ended(begun.paymentId(), begun.amount(), ChargeStatus.DECLINED);
  }

  private Charge confirmed(StripeIntent known) {
    try {
      return charge(known, step(known, stripe::confirm));
    } catch (StripeRefused refusal) {
      log("authorise", known, refusal);
      PaymentIntent refused = stripe.read(known);
      // What is refused without a decision on the card would be refused for ever.
      return StripeCharge.isUndecided(refused) ? cancelled(known, refused) : charge(known, refused);
    }
  }

  /** The charge, let go of unless that is settled. */
  private Charge cancelled(StripeIntent known, PaymentIntent intent) {
    if (!StripeCharge.canBeCancelled(intent)) {
      return charge(known, intent);
    }
    try {
      return charge(known, step(known, stripe::cancel));
    } catch (StripeRefused refusal) {
      log("cancel", known, refusal);
      return charge(known, stripe.read(known));
    }
  }

  private Charge charge(StripeIntent known, PaymentIntent intent) {
    List<Refund> refunds = StripeCharge.isCaptured(intent) ? stripe.refunds(intent) : List.of();
    return StripeCharge.of(known.paymentId(), intent, refunds);
  }

  private StripeIntent known(PaymentId paymentId) {
    return intents
        .find(paymentId)
        .orElseThrow(() -> new GatewayFailed("Stripe was never asked for that payment", null));
  }

  /**
   * Asks for a step. What Stripe did not do under a key it will not do under it later, so the next
   * try is under another; after an answer that got lost it is under the same.
   */
  private PaymentIntent step(StripeIntent known, Step step) throws StripeRefused {
    try {
      return step.ask(known);
    } catch (StripeFault | StripeRefused answer) {
      intents.turnedDown(known);
      throw answer;
    }
  }

  private static void log(String step, StripeIntent asked, StripeRefused refusal) {
    LOG.infof("Stripe refused to %s payment %s: %s", step, asked.paymentId(), refusal.getMessage());
  }

  /** What Stripe is asked to do with a PaymentIntent. */
  @FunctionalInterface
  private interface Step {
    PaymentIntent ask(StripeIntent known) throws StripeRefused;
  }
}
