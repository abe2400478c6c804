package dev.quartermaster.realtime.ordering;

import dev.quartermaster.application.ordering.FollowOrder;
import dev.quartermaster.domain.ordering.OrderId;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.InvalidInput;
import dev.quartermaster.domain.shared.PublishedEvent;
import dev.quartermaster.realtime.shared.Topic;
import jakarta.inject.Singleton;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.Flow;
import java.util.regex.Pattern;

/** One order: {@code order/<id>}. */
@Singleton
final class OrderTopic implements Topic {
  private static final String PREFIX = "order/";
  private static final Pattern ID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private final FollowOrder followOrder;

  OrderTopic(FollowOrder followOrder) {
    this.followOrder = followOrder;
  }

  @Override
  public boolean isNamed(String name) {
    return name.startsWith(PREFIX);
  }

  @Override
  public void follow(
      String name,
      Actor actor,
      OptionalLong lastEventId,
      Flow.Subscriber<PublishedEvent> follower) {
    String id = name.substring(PREFIX.length());
    if (!ID.matcher(id).matches()) {
      throw InvalidInput.of(
          "topic", "must name an order, such as order/01980f3c-6f4e-7cc0-8d3e-2f1f0a5b7c1d");
    }
    followOrder.follow(
        new FollowOrder.Query(actor, new OrderId(UUID.fromString(id)), lastEventId), follower);
  }
}
