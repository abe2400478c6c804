package dev.quartermaster.testkit.events;

import dev.quartermaster.domain.events.EventStream;

class InMemoryEventStreamTest extends EventStreamContract {
  private final EventStream stream = new InMemoryEventStream();

  @Override
  protected EventStream stream() {
    return stream;
  }
}
