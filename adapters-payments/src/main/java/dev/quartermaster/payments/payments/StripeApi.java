package dev.quartermaster.payments.payments;

import com.stripe.StripeClient;
import com.stripe.exception.ApiException;
import com.stripe.exception.CardException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.HasId;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.model.StripeCollection;
import com.stripe.net.RequestOptions;
import com.stripe.param.PaymentIntentConfirmParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentCreateParams.AutomaticPaymentMethods;
import com.stripe.param.PaymentIntentCreateParams.CaptureMethod;
import com.stripe.param.PaymentIntentListParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import com.stripe.service.PaymentIntentService;
import dev.quartermaster.domain.payments.PaymentId;
import dev.quartermaster.domain.payments.RefundId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Stripe's API, as far as we use it. What Stripe refuses is told from what went unanswered: {@link
 * StripeRefused} changed nothing, while after {@link GatewayFailed} nobody knows.
 */
final class StripeApi {
  private static final Duration TO_CONNECT = Duration.ofSeconds(1);
  private static final long PAGE = 100;
  private static final int FAULTS = 500;

  private final StripeClient stripe;
  private final PaymentIntentService intents;

  /**
   * @param key the secret key
   * @param address where Stripe is
   * @param patience how long it may be silent
   */
  StripeApi(String key, String address, Duration patience) {
    stripe =
        StripeClient.builder()
            .setApiKey(key)
            .setApiBase(address.replaceFirst("/+$", ""))
            .setConnectTimeout(Math.toIntExact(TO_CONNECT.toMillis()))
            .setReadTimeout(Math.toIntExact(patience.toMillis()))
            .setMaxNetworkRetries(0)
            .build();
    intents = stripe.v1().paymentIntents();
  }

  /** A PaymentIntent that moves no money until it is confirmed. */
  PaymentIntent create(StripeIntent begun, String method, long amount) throws StripeRefused {
    PaymentIntentCreateParams parameters =
        PaymentIntentCreateParams.builder()
            .setAmount(amount)
            .setCurrency(begun.amount().currency().getCurrencyCode().toLowerCase(Locale.ROOT))
            .setPaymentMethod(method)
            .setCaptureMethod(CaptureMethod.MANUAL)
            .setAutomaticPaymentMethods(
                AutomaticPaymentMethods.builder()
                    .setEnabled(true)
                    .setAllowRedirects(AutomaticPaymentMethods.AllowRedirects.NEVER)
                    .build())
            .putMetadata(StripeMetadata.PAYMENT, begun.paymentId().toString())
            .build();
    return whole(asked(() -> intents.create(parameters, under(begun.key("create")))));
  }

  /** Sets the money aside; a card that wants its holder to do something more is declined. */
  PaymentIntent confirm(StripeIntent known) throws StripeRefused {
    PaymentIntentConfirmParams parameters =
        PaymentIntentConfirmParams.builder().setErrorOnRequiresAction(true).build();
    return whole(
        asked(() -> intents.confirm(known.requireId(), parameters, under(known.key("confirm")))));
  }

  PaymentIntent capture(StripeIntent known) throws StripeRefused {
    return whole(asked(() -> intents.capture(known.requireId(), under(known.key("capture")))));
  }

  PaymentIntent cancel(StripeIntent known) throws StripeRefused {
    return whole(asked(() -> intents.cancel(known.requireId(), under(known.key("cancel")))));
  }

  PaymentIntent read(StripeIntent known) {
    try {
      return whole(asked(() -> intents.retrieve(known.requireId())));
    } catch (StripeRefused refusal) {
      throw new GatewayFailed("Stripe does not show a PaymentIntent that it gave us", refusal);
    }
  }

  Refund refund(StripeIntent known, RefundId refundId, long amount) throws StripeRefused {
    PaymentId paymentId = known.paymentId();
    RefundCreateParams parameters =
        RefundCreateParams.builder()
            .setPaymentIntent(known.requireId())
            .setAmount(amount)
            .putMetadata(StripeMetadata.PAYMENT, paymentId.toString())
            .putMetadata(StripeMetadata.REFUND, refundId.toString())
            .build();
    return whole(
        asked(() -> stripe.v1().refunds().create(parameters, under(refundId + "-refund"))));
  }

  /** All refunds of a PaymentIntent. */
  List<Refund> refunds(PaymentIntent intent) {
    List<Refund> refunds =
        paged(
            Integer.MAX_VALUE,
            last ->
                stripe
                    .v1()
                    .refunds()
                    .list(
                        RefundListParams.builder()
                            .setPaymentIntent(intent.getId())
                            .setLimit(PAGE)
                            .setStartingAfter(last.map(Refund::getId).orElse(null))
                            .build()));
    refunds.forEach(StripeApi::whole);
    return refunds;
  }

  /** The newest PaymentIntents with their charges, others' among them, in whole pages. */
  List<PaymentIntent> newest(int most) {
    List<PaymentIntent> newest =
        paged(
            most,
            last ->
                intents.list(
                    PaymentIntentListParams.builder()
                        .setLimit(PAGE)
                        .setStartingAfter(last.map(PaymentIntent::getId).orElse(null))
                        .addExpand("data.latest_charge")
                        .build()));
    newest.forEach(StripeApi::whole);
    return newest;
  }

  /** What stands on the pages of a list, until there are so many or no more. */
  private static <T extends HasId> List<T> paged(int most, Page<T> pages) {
    List<T> read = new ArrayList<>();
    boolean hasMore = true;
    while (hasMore && read.size() < most) {
      Optional<T> last = read.isEmpty() ? Optional.empty() : Optional.of(read.getLast());
      StripeCollection<T> page = listed(() -> pages.after(last));
      require(page.getData(), page.getHasMore());
      read.addAll(page.getData());
      hasMore = page.getHasMore() && !page.getData().isEmpty();
    }
    return read;
  }

  private static <T> T listed(Question<T> question) {
    try {
      return asked(question);
    } catch (StripeRefused refusal) {
      throw new GatewayFailed("Stripe does not show a list", refusal);
    }
  }

  private static RequestOptions under(String key) {
    return RequestOptions.builder().setIdempotencyKey(key).build();
  }

  private static <T> T asked(Question<T> question) throws StripeRefused {
    try {
      return question.ask();
    } catch (CardException | InvalidRequestException refusal) {
      throw new StripeRefused(refusal);
    } catch (ApiException failure) {
      throw failure.getStatusCode() >= FAULTS
          ? new StripeFault(told(failure), failure)
          : new GatewayFailed(told(failure), failure);
    } catch (StripeException failure) {
      throw new GatewayFailed(told(failure), failure);
    } catch (RuntimeException stumbled) {
      // The library stumbles over answers that lack what Stripe's always have.
      throw new GatewayFailed("Stripe's answer cannot be read", stumbled);
    }
  }

  /** Without the message, which could hold anything. */
  private static String told(StripeException failure) {
    return "Stripe answered by %s (status %s, code %s, request %s)"
        .formatted(
            failure.getClass().getSimpleName(),
            failure.getStatusCode(),
            failure.getCode(),
            failure.getRequestId());
  }

  private static PaymentIntent whole(PaymentIntent intent) {
    require(
        intent.getId(),
        intent.getStatus(),
        intent.getCurrency(),
        intent.getAmount(),
        intent.getAmountReceived());
    return intent;
  }

  private static Refund whole(Refund refund) {
    require(refund.getId(), refund.getStatus(), refund.getCurrency(), refund.getAmount());
    return refund;
  }

  private static void require(Object... members) {
    for (Object member : members) {
      if (member == null) {
        throw new GatewayFailed("Stripe's answer is not whole", null);
      }
    }
  }

  /** The pages of a list. */
  @FunctionalInterface
  private interface Page<T extends HasId> {
    StripeCollection<T> after(Optional<T> last) throws StripeException;
  }

  /** A call of Stripe's library. */
  @FunctionalInterface
  private interface Question<T> {
    T ask() throws StripeException;
  }
}
