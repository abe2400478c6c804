package dev.quartermaster.webhooks.webhooks;

import dev.quartermaster.domain.webhooks.MessageBodies;
import dev.quartermaster.testkit.webhooks.MessageBodiesContract;

/** {@link MessageBodiesContract} by Jackson. */
class CloudEventBodiesTest extends MessageBodiesContract {
  @Override
  protected MessageBodies bodies() {
    return new CloudEventBodies();
  }
}
