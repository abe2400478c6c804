package dev.quartermaster.realtime.shared;

import dev.quartermaster.domain.shared.PublishedEvent;
import dev.quartermaster.domain.shared.SlowFollower;
import java.util.Objects;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** A topic that a client follows: asks for the next event once the client took the last one. */
final class Subscription implements Flow.Subscriber<PublishedEvent> {
  private final String topic;
  private final LiveConnection connection;
  private volatile Flow.@Nullable Subscription events;

  Subscription(String topic, LiveConnection connection) {
    this.topic = topic;
    this.connection = connection;
  }

  /** Begins to take, once the client knows that it is subscribed. */
  void takeNext() {
    Objects.requireNonNull(events).request(1);
  }

  void cancel() {
    Flow.Subscription begun = events;
    if (begun != null) {
      begun.cancel();
    }
  }

  @Override
  public void onSubscribe(Flow.Subscription begun) {
    events = begun;
  }

  @Override
  public void onNext(PublishedEvent event) {
    connection.tell(topic, event, this::takeNext);
  }

  @Override
  public void onError(Throwable reason) {
    if (reason instanceof SlowFollower) {
      connection.end(Ending.TOO_SLOW);
    } else {
      connection.lose(topic, reason);
    }
  }

  @Override
  public void onComplete() {
    connection.end(Ending.GOING_AWAY);
  }
}
