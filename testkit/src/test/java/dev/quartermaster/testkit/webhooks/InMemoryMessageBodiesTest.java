package dev.quartermaster.testkit.webhooks;

import dev.quartermaster.domain.webhooks.MessageBodies;

class InMemoryMessageBodiesTest extends MessageBodiesContract {
  @Override
  protected MessageBodies bodies() {
    return new InMemoryMessageBodies();
  }
}
