package dev.quartermaster.messaging.events;

import dev.quartermaster.application.events.ForwardEvents;
import dev.quartermaster.messaging.shared.Subscriber;
import jakarta.inject.Singleton;

@Singleton
final class EventForwarding implements Subscriber {
  private final ForwardEvents forwardEvents;

  EventForwarding(ForwardEvents forwardEvents) {
    this.forwardEvents = forwardEvents;
  }

  @Override
  public String name() {
    return ForwardEvents.SUBSCRIBER;
  }

  @Override
  public int handle(int limit) {
    return forwardEvents.forward(new ForwardEvents.Command(limit));
  }
}
