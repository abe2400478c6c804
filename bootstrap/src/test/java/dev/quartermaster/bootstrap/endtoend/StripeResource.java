package dev.quartermaster.bootstrap.endtoend;

import dev.quartermaster.testkit.payments.StripeStub;
import dev.quartermaster.testkit.payments.StripeStubEvents;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Has the running application pay by Stripe, whose part a stub plays. */
public class StripeResource implements QuarkusTestResourceLifecycleManager {

  // Read by tests in the same JVM; the resource lives as long as the application under test.
  private static StripeStub running;

  static StripeStub running() {
    return running;
  }

  @Override
  public Map<String, String> start() {
    running = new StripeStub();
    return Map.of(
        "quartermaster.stripe.key", StripeStub.KEY,
        "quartermaster.stripe.address", running.address(),
        "quartermaster.stripe.webhook-secret", StripeStubEvents.SECRET);
  }

  @Override
  public void stop() {
    running.close();
  }
}
