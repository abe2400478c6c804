package dev.quartermaster.testkit.events;

import dev.quartermaster.domain.events.EventStream;
import dev.quartermaster.domain.events.TooManyFollowers;
import dev.quartermaster.domain.shared.PublishedEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Flow;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A stream that gives to one follower after the other, in the thread of whoever has news. */
public final class InMemoryEventStream implements EventStream {
  private static final int MOST_OF_ACCOUNT = 10;

  private final Map<Long, PublishedEvent> told = new HashMap<>();
  private final List<Following> followings = new ArrayList<>();
  private long head;

  @Override
  public synchronized long head() {
    return head;
  }

  @Override
  public synchronized void tell(List<PublishedEvent> news) {
    for (PublishedEvent event : news) {
      told.put(event.position(), event);
      head = Math.max(head, event.position());
    }
    List.copyOf(followings).forEach(Following::give);
  }

  @Override
  public synchronized void follow(
      String account,
      long after,
      Predicate<PublishedEvent> wanted,
      LongFunction<List<PublishedEvent>> older,
      Flow.Subscriber<PublishedEvent> follower) {
    if (followings.stream().filter(known -> known.account.equals(account)).count()
        == MOST_OF_ACCOUNT) {
      throw new TooManyFollowers(MOST_OF_ACCOUNT);
    }
    Following following = new Following(account, after, wanted, older, follower);
    followings.add(following);
    follower.onSubscribe(following);
  }

  private final class Following implements Flow.Subscription {
    private final String account;
    private final Predicate<PublishedEvent> wanted;
    private final LongFunction<List<PublishedEvent>> older;
    private final Flow.Subscriber<PublishedEvent> follower;
    private long place;
    private long requested;
    private boolean isGiving;

    private Following(
        String account,
        long place,
        Predicate<PublishedEvent> wanted,
        LongFunction<List<PublishedEvent>> older,
        Flow.Subscriber<PublishedEvent> follower) {
      this.account = account;
      this.place = place;
      this.wanted = wanted;
      this.older = older;
      this.follower = follower;
    }

    @Override
    public void request(long more) {
      synchronized (InMemoryEventStream.this) {
        if (more <= 0) {
          fail(new IllegalArgumentException("it requests " + more + " events"));
          return;
        }
        requested = requested + more < 0 ? Long.MAX_VALUE : requested + more;
        give();
      }
    }

    @Override
    public void cancel() {
      synchronized (InMemoryEventStream.this) {
        followings.remove(this);
      }
    }

    private void give() {
      if (isGiving) {
        return;
      }
      isGiving = true;
      try {
        giveWhatItTakes();
      } catch (RuntimeException failure) {
        fail(failure);
      } finally {
        isGiving = false;
      }
    }

    private void giveWhatItTakes() {
      while (requested > 0 && followings.contains(this)) {
        PublishedEvent next = next();
        if (next == null) {
          return;
        }
        place = next.position();
        if (wanted.test(next)) {
          requested--;
          follower.onNext(next);
        }
      }
    }

    private @Nullable PublishedEvent next() {
      if (place >= head) {
        return null;
      }
      PublishedEvent known = told.get(place + 1);
      if (known != null) {
        return known;
      }
      List<PublishedEvent> page = older.apply(place);
      if (page.isEmpty()) {
        place = head;
        return null;
      }
      return page.getFirst();
    }

    private void fail(RuntimeException failure) {
      followings.remove(this);
      follower.onError(failure);
    }
  }
}
