package dev.quartermaster.payments.payments;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import com.stripe.exception.SignatureVerificationException;
import com.stripe.net.Webhook;
import dev.quartermaster.domain.payments.GatewayEvents;
import dev.quartermaster.domain.payments.InvalidSignature;
import dev.quartermaster.domain.payments.PaymentId;
import dev.quartermaster.domain.shared.InvalidInput;
import dev.quartermaster.domain.shared.NotFound;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Events that Stripe sends, signed by the secret of its webhook endpoint. */
@Singleton
final class StripeEvents implements GatewayEvents {
  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  /** Those after which a payment can get on; of others nothing follows. */
  private static final Set<String> TYPES =
      Set.of(
          "payment_intent.amount_capturable_updated",
          "payment_intent.canceled",
          "payment_intent.payment_failed",
          "payment_intent.succeeded",
          "charge.refund.updated",
          "refund.created",
          "refund.failed",
          "refund.updated");

  /** Stripe's library stumbles over anything else. */
  private static final Pattern SIGNATURE = Pattern.compile("t=\\d{1,15}(,v\\d+=\\w+)+");

  private final Optional<String> secret;
  private final Clock clock;
  private final Gson json = new Gson();

  StripeEvents(
      @ConfigProperty(name = "quartermaster.stripe.webhook-secret") Optional<String> secret,
      InstantSource clock) {
    this.secret = secret.map(String::strip);
    this.clock = clock.withZone(ZoneOffset.UTC);
  }

  @Override
  public Optional<PaymentId> payment(String event, String signature) {
    verify(event, signature, secret.orElseThrow(() -> new NotFound("webhook", "stripe")));
    return Optional.ofNullable(read(event))
        .filter(body -> body.type() != null && TYPES.contains(body.type()))
        .map(Body::data)
        .map(Data::object)
        .flatMap(thing -> StripeMetadata.id(thing.metadata(), StripeMetadata.PAYMENT))
        .map(PaymentId::new);
  }

  /** Before anything of the event is read. */
  private void verify(String event, String signature, String known) {
    if (!SIGNATURE.matcher(signature).matches()) {
      throw new InvalidSignature(null);
    }
    try {
      Webhook.Signature.verifyHeader(event, signature, known, TOLERANCE.toSeconds(), clock);
    } catch (SignatureVerificationException forged) {
      throw new InvalidSignature(forged);
    }
  }

  private @Nullable Body read(String event) {
    try {
      return json.fromJson(event, Body.class);
    } catch (JsonParseException unreadable) {
      throw InvalidInput.of("body", "must be an event as Stripe describes it");
    }
  }

  /** As much of an event as we look at. */
  private record Body(@Nullable String type, @Nullable Data data) {}

  private record Data(@Nullable Thing object) {}

  private record Thing(@Nullable Map<String, String> metadata) {}
}
