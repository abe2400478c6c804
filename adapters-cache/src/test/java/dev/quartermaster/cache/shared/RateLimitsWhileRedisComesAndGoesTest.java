package dev.quartermaster.cache.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.domain.shared.RatePolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Without Redis there is a limit all the same, and with it again all nodes share one. */
final class RateLimitsWhileRedisComesAndGoesTest {
  private static final int LIMIT = 5;

  private final EmbeddedRedis redis = new EmbeddedRedis();
  private final RateLimitNode here = new RateLimitNode(redis, LIMIT, Node.IMPATIENT);
  private final RateLimitNode there = new RateLimitNode(redis, LIMIT, Node.IMPATIENT);

  @BeforeEach
  void setUp() {
    redis.start();
    bothUp();
  }

  @AfterEach
  void tearDown() {
    here.close();
    there.close();
    redis.close();
  }

  @Test
  void aNodeGoesOnFromWhatWasCountedLast() {
    here.granted("a client", 3);

    redis.stop();
    here.awaitDown();

    assertThat(here.granted("a client", LIMIT)).isEqualTo(LIMIT - 3);
    assertThat(here.fallbacks()).isPositive();
  }

  @Test
  void whatWasGivenBackBeforeIsKnownToo() {
    here.granted("a client", LIMIT);
    here.limits().giveBack(RatePolicy.LOGIN, "a client");

    redis.stop();
    here.awaitDown();

    assertThat(here.granted("a client", 2)).isEqualTo(1);
  }

  @Test
  void eachNodeAloneGrantsNoMoreThanTheLimit() {
    redis.stop();
    here.awaitDown();
    there.awaitDown();

    assertThat(here.granted("a client", 2 * LIMIT)).isEqualTo(LIMIT);
    assertThat(there.granted("a client", 2 * LIMIT)).isEqualTo(LIMIT);
  }

  @Test
  void nodesCountTogetherAgainWhenRedisIsBack() {
    redis.stop();
    here.awaitDown();
    there.awaitDown();
    here.granted("a client", LIMIT + 1);

    redis.start();
    bothUp();

    assertThat(here.granted("a client", 3) + there.granted("a client", LIMIT)).isEqualTo(LIMIT);
  }

  @Test
  void aRedisThatHangsLocksNobodyOut() {
    redis.hang();

    assertThat(here.granted("a client", LIMIT + 1)).isEqualTo(LIMIT);
    assertThat(here.fallbacks()).isEqualTo(LIMIT + 1);

    here.awaitDown();
    redis.resume();
    bothUp();
    assertThat(there.granted("another client", LIMIT + 1)).isEqualTo(LIMIT);
  }

  private void bothUp() {
    here.awaitUp();
    there.awaitUp();
  }
}
