package dev.quartermaster.cache.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.quartermaster.domain.shared.Unavailable;
import dev.quartermaster.testkit.shared.Concurrently;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** A node's memory, by a clock that the test moves. */
final class NearCacheTest {
  private static final Cacheable WHAT = Cacheable.PRODUCTS;
  private static final String KEY = "key";

  private final AtomicLong clock = new AtomicLong();
  private final AtomicInteger loads = new AtomicInteger();
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final NearCache<String, Integer> cache =
      new NearCache<>(WHAT, _ -> 1, new CacheMetrics(registry, WHAT), clock::get);

  @Test
  void keepsAValueWhileItIsFresh() {
    assertThat(find()).contains(1);
    pass(WHAT.fresh().dividedBy(2));
    assertThat(find()).contains(1);
    assertThat(loads).hasValue(1);
    assertThat(counted("near")).isOne();
  }

  @Test
  void servesAValueThatWasFreshUntilLatelyWhileOneReadsItAgain() {
    find();
    pass(WHAT.fresh());
    CountDownLatch released = new CountDownLatch(1);

    List<Optional<Integer>> served =
        Concurrently.inThreads(8, () -> cache.find(KEY, held(released)));

    assertThat(served).containsOnly(Optional.of(1));
    assertThat(counted("stale")).isEqualTo(8);
    released.countDown();
    Node.await(() -> find().equals(Optional.of(2)));
    assertThat(loads).hasValue(2);
  }

  @Test
  void waitsForAValueThatWasFreshTooLongAgo() {
    find();
    pass(WHAT.fresh().plus(WHAT.stale()));
    assertThat(find()).contains(2);
    assertThat(counted("stale")).isZero();
  }

  @Test
  void goesOnWithAValueThatCannotBeReadAgainUntilItEnds() {
    find();
    pass(WHAT.fresh());
    assertThat(cache.find(KEY, NearCacheTest::failing)).contains(1);
    assertThat(cache.find(KEY, NearCacheTest::failing)).contains(1);
    pass(WHAT.stale());
    assertThatExceptionOfType(Unavailable.class)
        .isThrownBy(() -> cache.find(KEY, NearCacheTest::failing));
  }

  @Test
  void servesNothingPastADropHoweverFreshOrStale() {
    find();
    cache.drop(KEY);
    assertThat(find()).contains(2);
    pass(WHAT.fresh());
    cache.drop(KEY);
    assertThat(find()).contains(3);
    cache.dropAll();
    assertThat(find()).contains(4);
  }

  @Test
  void aDropOvertakesWhoReads() {
    CountDownLatch reading = new CountDownLatch(1);
    CountDownLatch released = new CountDownLatch(1);
    CompletableFuture<Optional<Integer>> late =
        Concurrently.start(
            () ->
                cache.find(
                    KEY,
                    () -> {
                      reading.countDown();
                      return held(released).get();
                    }));
    Concurrently.await(reading);

    cache.drop(KEY);

    Concurrently.elsewhere(() -> cache.find(KEY, () -> confirmed(Optional.of(100))));
    released.countDown();
    assertThat(Concurrently.result(late)).contains(1);
    assertThat(find()).contains(100);
  }

  @Test
  void keepsForAShortTimeThatThereIsNone() {
    assertThat(cache.find(KEY, () -> confirmed(Optional.empty()))).isEmpty();
    assertThat(find()).isEmpty();
    assertThat(counted("negative")).isOne();
    pass(WHAT.absent());
    assertThat(find()).contains(1);
  }

  @Test
  void keepsForAMomentWhatNobodyConfirms() {
    cache.find(KEY, () -> Loaded.unconfirmed(Optional.of(100)));
    assertThat(find()).contains(100);
    pass(Cacheable.UNCONFIRMED);
    assertThat(find()).contains(1);
  }

  @Test
  void hasAtHandWhatIsKeptAndFresh() {
    assertThat(cache.findAtHand(KEY)).isEmpty();
    find();
    assertThat(cache.findAtHand(KEY)).contains(1);
    assertThat(counted("near")).isOne();
    pass(WHAT.fresh());
    assertThat(cache.findAtHand(KEY)).isEmpty();
    cache.drop(KEY);
    cache.find(KEY, () -> confirmed(Optional.empty()));
    assertThat(cache.findAtHand(KEY)).isEmpty();
  }

  @Test
  void manyWhoAskAtOnceHaveOneRead() {
    List<Optional<Integer>> found = Concurrently.inThreads(16, this::find);
    assertThat(found).containsOnly(Optional.of(1));
    assertThat(loads).hasValue(1);
  }

  @Test
  void keepsNoFailure() {
    assertThatExceptionOfType(Unavailable.class)
        .isThrownBy(() -> cache.find(KEY, NearCacheTest::failing));
    assertThat(find()).contains(1);
  }

  @Test
  void keepsNoMoreThanItsCapacity() {
    NearCache<String, Integer> heavy =
        new NearCache<>(WHAT, weight -> weight, new CacheMetrics(registry, WHAT), clock::get);
    int third = (int) WHAT.capacity() / 3 + 1;
    for (String key : List.of("one", "two", "three")) {
      heavy.find(key, () -> confirmed(Optional.of(third)));
    }
    Node.await(
        () ->
            registry.get("quartermaster.cache.evictions").tag("cache", "products").counter().count()
                == 1);
  }

  private Optional<Integer> find() {
    return cache.find(KEY, this::next);
  }

  private Loaded<Integer> next() {
    return confirmed(Optional.of(loads.incrementAndGet()));
  }

  private Supplier<Loaded<Integer>> held(CountDownLatch released) {
    return () -> {
      Loaded<Integer> next = next();
      Concurrently.await(released);
      return next;
    };
  }

  private static Loaded<Integer> confirmed(Optional<Integer> value) {
    return Loaded.confirmed(WHAT, value, WHAT.fresh());
  }

  private static Loaded<Integer> failing() {
    throw new Unavailable("The database", null);
  }

  private void pass(Duration time) {
    clock.addAndGet(time.toNanos());
  }

  private double counted(String result) {
    return registry
        .get("quartermaster.cache.requests")
        .tags("cache", "products", "result", result)
        .counter()
        .count();
  }
}
