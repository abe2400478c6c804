package dev.quartermaster.cache.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.testkit.shared.Concurrently;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists of two nodes with one database, by a clock that the test moves. */
final class ListCacheTest {
  private static final Cacheable WHAT = Cacheable.PRODUCT_LISTS;
  private static final EmbeddedRedis REDIS = new EmbeddedRedis();

  private final AtomicLong clock = new AtomicLong();
  private final AtomicInteger database = new AtomicInteger();
  private final AtomicInteger reads = new AtomicInteger();
  private Member here;
  private Member there;

  @BeforeAll
  static void startRedis() {
    REDIS.start();
  }

  @AfterAll
  static void stopRedis() {
    REDIS.close();
  }

  @BeforeEach
  void setUp() {
    here = new Member();
    there = new Member();
    here.awaitUp();
    there.awaitUp();
    // By then no change is under way of which a new node has not heard.
    pass(ChangesUnderWay.LONGEST);
  }

  @AfterEach
  void tearDown() {
    here.close();
    there.close();
  }

  @Test
  void eachNodeReadsAListOnceWhileNothingChanges() {
    here.find();
    there.find();
    pass(WHAT.fresh().dividedBy(2));
    assertThat(here.find()).isZero();
    assertThat(there.find()).isZero();
    assertThat(reads).hasValue(2);
  }

  @Test
  void aChangeIsSeenAtOnceHereAndSoonThere() {
    here.find();
    there.find();

    change(here);

    assertThat(here.find()).isOne();
    Node.await(() -> there.find() == 1);
  }

  @Test
  void aChangeIsNotSeenBeforeItIsCommitted() {
    here.find();
    Runnable end = here.cache.beginChange();
    assertThat(here.find()).isZero();
    database.incrementAndGet();
    end.run();
    assertThat(here.find()).isOne();
  }

  @Test
  void manyChangesInARowCountAsOneThere() {
    there.find();
    for (int change = 1; change <= 200; change++) {
      change(here);
      there.find();
    }
    there.awaitWhatWasSaidBy(here);
    pass(Duration.ofSeconds(1));

    assertThat(there.find()).isEqualTo(200);
    // One at the beginning, one for the first change, and one for all others.
    assertThat(reads.get()).isLessThanOrEqualTo(3);
  }

  @Test
  void whatIsReadWhileANodeIsAboutToCommitIsKeptForAMomentOnly() {
    here.cache.beginChange();
    there.awaitWhatWasSaidBy(here);
    assertThat(there.find()).isZero();

    // The node dies right after its commit.
    database.incrementAndGet();

    assertThat(there.find()).isZero();
    pass(Cacheable.UNCONFIRMED);
    assertThat(there.find()).isOne();
    pass(ChangesUnderWay.LONGEST);
    there.find();
    pass(Cacheable.UNCONFIRMED);
    there.find();
    assertThat(reads).hasValue(3);
  }

  @Test
  void aReaderThatAChangeOvertookKeepsNothing() {
    CountDownLatch read = new CountDownLatch(1);
    CountDownLatch released = new CountDownLatch(1);
    CompletableFuture<Integer> late =
        Concurrently.start(
            () ->
                here.cache.find(
                    "all",
                    () -> {
                      int stored = database.get();
                      read.countDown();
                      Concurrently.await(released);
                      return stored;
                    }));
    Concurrently.await(read);
    change(here);
    assertThat(here.find()).isOne();

    released.countDown();

    assertThat(Concurrently.result(late)).isZero();
    assertThat(here.find()).isOne();
  }

  @Test
  void noNodeEverGoesBackWhileAnotherChangesAndRedisComesAndGoes() {
    CompletableFuture<Boolean> changes =
        Concurrently.start(
            () -> {
              for (int change = 1; change <= 500; change++) {
                change(here);
                if (change == 250) {
                  REDIS.stop();
                  REDIS.start();
                }
              }
              return true;
            });

    List<Boolean> neverBack =
        Concurrently.inThreads(
            4,
            () -> {
              int before = 0;
              while (!changes.isDone()) {
                int now = there.find();
                if (now < before) {
                  return false;
                }
                before = now;
                pass(Duration.ofMillis(1));
              }
              return true;
            });

    assertThat(neverBack).containsOnly(true);
    assertThat(Concurrently.result(changes)).isTrue();
    assertThat(here.find()).isEqualTo(500);
    pass(Cacheable.UNCONFIRMED);
    Node.await(() -> there.find() == 500);
  }

  private void change(Member member) {
    Runnable end = member.cache.beginChange();
    database.incrementAndGet();
    end.run();
  }

  private void pass(Duration time) {
    clock.addAndGet(time.toNanos());
  }

  /** A node, as far as it caches a list. */
  private final class Member implements AutoCloseable {
    private final Node node = new Node(REDIS.address());
    private final CacheLink link =
        new CacheLink(node.vertx(), node.redis(), node.registry(), Node.PATIENT);
    private final AtomicInteger messages = new AtomicInteger();
    private final ListCache<String, Integer> cache =
        new ListCache<>(WHAT, _ -> 1, link, node.registry(), clock::get);

    Member() {
      link.join(Cacheable.PRODUCTS, new MessageCounter(messages));
      link.start(new StartupEvent());
    }

    int find() {
      return cache.find(
          "all",
          () -> {
            reads.incrementAndGet();
            return database.get();
          });
    }

    void awaitUp() {
      Node.await(() -> node.is("quartermaster.cache.up"));
    }

    /** Waits until it has heard all that another one said so far. */
    void awaitWhatWasSaidBy(Member other) {
      int before = messages.get();
      other.link.redis().post(CacheLink.publication(Cacheable.PRODUCTS, "over"), Assertions::fail);
      Node.await(() -> messages.get() > before);
    }

    @Override
    public void close() {
      link.stop(new ShutdownEvent());
      node.close();
    }
  }

  /**
   * Counts messages.
   *
   * @param messages how many there were
   */
  private record MessageCounter(AtomicInteger messages) implements CacheListener {
    @Override
    public void alive(RedisCommands commands) {
      // There is nothing to tell Redis.
    }

    @Override
    public void message(String message) {
      messages.incrementAndGet();
    }

    @Override
    public void down() {
      // There is nothing to forget.
    }
  }
}
