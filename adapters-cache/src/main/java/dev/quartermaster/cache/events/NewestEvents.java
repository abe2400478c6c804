package dev.quartermaster.cache.events;

import dev.quartermaster.domain.events.EventStream;
import dev.quartermaster.domain.events.TooManyFollowers;
import dev.quartermaster.domain.shared.PublishedEvent;
import dev.quartermaster.domain.shared.SlowFollower;
import dev.quartermaster.domain.shared.Unavailable;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
import java.util.function.Predicate;

/**
 * The newest events in this node's memory, once for all who follow them. A follower takes them from
 * there as fast as it can, and from the log once it is further behind than that; so nothing waits
 * for anybody, and no follower has a queue.
 */
@Singleton
final class NewestEvents implements EventStream {
  private final EventRing ring = new EventRing(REMEMBERED);
  private final Map<Follower, String> followers = new ConcurrentHashMap<>();
  private final Map<String, Integer> ofAccount = new ConcurrentHashMap<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("slow-followers").factory());
  private final Semaphore readers;
  private final FollowerLimits limits;
  private final FollowerMetrics metrics;
  private volatile boolean isStopped;

  @Inject
  NewestEvents(MeterRegistry meters) {
    this(FollowerLimits.USUAL, meters);
  }

  NewestEvents(FollowerLimits limits, MeterRegistry meters) {
    this.limits = limits;
    this.readers = new Semaphore(limits.readers());
    this.metrics = new FollowerMetrics(meters, followers::size);
    long pause = limits.patience().dividedBy(6).toNanos();
    var _ = clock.scheduleWithFixedDelay(this::endSlow, pause, pause, TimeUnit.NANOSECONDS);
  }

  @Override
  public long head() {
    return ring.head();
  }

  @Override
  public synchronized void tell(List<PublishedEvent> news) {
    long head = ring.head();
    List<PublishedEvent> more = news.stream().filter(event -> event.position() > head).toList();
    ring.add(more);
    if (!more.isEmpty()) {
      followers.keySet().forEach(Follower::wake);
    }
  }

  @Override
  public void follow(
      String account,
      long after,
      Predicate<PublishedEvent> wanted,
      LongFunction<List<PublishedEvent>> older,
      Flow.Subscriber<PublishedEvent> subscriber) {
    takeRoom(account);
    Follower follower =
        new Follower(ring, after, wanted, older, subscriber, this::read, new Registration());
    followers.put(follower, account);
    follower.begin();
    if (isStopped) {
      follower.end(new Follower.Ending.Stopped());
    }
  }

  void stopSoon(@Observes ShutdownDelayInitiatedEvent stopping) {
    endAll();
  }

  void stop(@Observes ShutdownEvent stopping) {
    endAll();
    clock.shutdownNow();
    threads.shutdown();
  }

  private void endAll() {
    isStopped = true;
    followers.keySet().forEach(follower -> follower.end(new Follower.Ending.Stopped()));
  }

  private void endSlow() {
    long last = System.nanoTime() - limits.patience().toNanos();
    followers.keySet().stream()
        .filter(follower -> follower.lagsSince(last))
        .forEach(follower -> follower.end(new Follower.Ending.Failed(new SlowFollower())));
  }

  /** A few at a time, for the database has other things to do. */
  private void read(Runnable work) {
    threads.execute(
        () -> {
          readers.acquireUninterruptibly();
          try {
            work.run();
          } finally {
            readers.release();
          }
        });
  }

  private void takeRoom(String account) {
    if (isStopped || followers.size() >= limits.all()) {
      throw Unavailable.nodeIsFull();
    }
    ofAccount.compute(
        account,
        (_, had) -> {
          int has = had == null ? 0 : had;
          if (has >= limits.ofAccount()) {
            throw new TooManyFollowers(limits.ofAccount());
          }
          return has + 1;
        });
  }

  private void giveRoomBack(Follower follower) {
    String account = followers.remove(follower);
    if (account != null) {
      ofAccount.computeIfPresent(account, (_, had) -> had == 1 ? null : had - 1);
    }
  }

  /** What becomes of those who are registered here. */
  private final class Registration implements FollowerEvents {
    @Override
    public void given() {
      metrics.given();
    }

    @Override
    public void ended(Follower follower, Follower.Ending how) {
      giveRoomBack(follower);
      if (how instanceof Follower.Ending.Failed(var reason) && reason instanceof SlowFollower) {
        metrics.slow();
      }
    }
  }

  /**
   * How much a node bears.
   *
   * @param all followers
   * @param ofAccount followers in one name
   * @param readers who look something up in the log at the same time
   * @param patience how long a follower has until it asks for more
   */
  record FollowerLimits(int all, int ofAccount, int readers, Duration patience) {
    static final FollowerLimits USUAL = new FollowerLimits(20_000, 100, 4, Duration.ofSeconds(30));
  }
}
