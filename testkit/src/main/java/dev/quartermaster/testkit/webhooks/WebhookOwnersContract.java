package dev.quartermaster.testkit.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.domain.shared.UserId;
import dev.quartermaster.domain.webhooks.WebhookOwners;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What {@link WebhookOwners} promise. */
public abstract class WebhookOwnersContract {

  /** The port under test. */
  protected abstract WebhookOwners owners();

  /** A user who may have webhooks. */
  protected abstract UserId permitted();

  /** A user who was permitted to have webhooks, and is not any more. */
  protected abstract UserId forbidden();

  @Test
  void whoHasThePermissionAtThisMomentMayHaveWebhooks() {
    assertThat(owners().mayHaveWebhooks(permitted())).isTrue();
    assertThat(owners().mayHaveWebhooks(forbidden())).isFalse();
  }

  @Test
  void whoIsUnknownMayNot() {
    assertThat(owners().mayHaveWebhooks(new UserId(UUID.randomUUID()))).isFalse();
  }
}
