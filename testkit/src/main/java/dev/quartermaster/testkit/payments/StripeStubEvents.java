package dev.quartermaster.testkit.payments;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Events as Stripe sends them, and its signatures of them. */
public final class StripeStubEvents {
  /** The secret of a webhook endpoint. */
  public static final String SECRET = "whsec_c3R1Yg==";

  private StripeStubEvents() {}

  /** An event of that type about a payment of ours. */
  public static String event(String type, String payment) {
    return """
        {"id": "evt_1", "object": "event", "api_version": "2020-08-27", "type": "%s",
         "data": {"object": {"id": "pi_1", "object": "payment_intent", "status": "canceled",
           "metadata": {"quartermaster_payment": "%s"}}}}
        """
        .formatted(type, payment);
  }

  /** The header by which Stripe signs an event at that time. */
  public static String signature(String event, String secret, Instant at) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      byte[] signed =
          mac.doFinal(
              "%d.%s".formatted(at.getEpochSecond(), event).getBytes(StandardCharsets.UTF_8));
      return "t=%d,v1=%s".formatted(at.getEpochSecond(), HexFormat.of().formatHex(signed));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
