package dev.quartermaster.bootstrap.contexts;

import dev.quartermaster.application.events.FollowThing;
import dev.quartermaster.domain.ordering.OrderId;
import dev.quartermaster.domain.ordering.OrderNews;
import dev.quartermaster.domain.shared.PublishedEvent;
import jakarta.inject.Singleton;
import java.util.OptionalLong;
import java.util.concurrent.Flow;

/** Ordering's view of the log of all events. */
@Singleton
final class LoggedOrderNews implements OrderNews {
  private final FollowThing followThing;

  LoggedOrderNews(FollowThing followThing) {
    this.followThing = followThing;
  }

  @Override
  public void follow(
      OrderId order, String account, OptionalLong after, Flow.Subscriber<PublishedEvent> follower) {
    followThing.follow(new FollowThing.Query("order", order.toString(), account, after), follower);
  }
}
