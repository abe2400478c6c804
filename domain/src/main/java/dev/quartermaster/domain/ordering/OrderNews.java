package dev.quartermaster.domain.ordering;

import dev.quartermaster.domain.shared.PublishedEvent;
import java.util.OptionalLong;
import java.util.concurrent.Flow;

/** What happens to orders, told as it happens. */
public interface OrderNews {

  /**
   * Gives the follower every event of the order, each once and in order: those behind a place in
   * the log of all events, and then each as it comes, until it cancels. It ends and is refused as
   * followers of the log are.
   *
   * @param account in whose name it follows
   * @param after the last place that it knows; if none, it gets all events of the order
   * @throws dev.quartermaster.domain.shared.InvalidInput when one cannot go on from there
   */
  void follow(
      OrderId order, String account, OptionalLong after, Flow.Subscriber<PublishedEvent> follower);
}
