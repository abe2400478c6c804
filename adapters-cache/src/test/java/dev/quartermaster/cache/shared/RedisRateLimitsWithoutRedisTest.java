package dev.quartermaster.cache.shared;

import dev.quartermaster.domain.shared.RateLimits;
import dev.quartermaster.testkit.shared.RateLimitsContract;
import org.junit.jupiter.api.AfterEach;

/** A node alone, as Redis was never there, keeps the same promises. */
final class RedisRateLimitsWithoutRedisTest extends RateLimitsContract {
  private final RateLimitNode node = new RateLimitNode(new EmbeddedRedis(), LIMIT, Node.PATIENT);

  @AfterEach
  void tearDown() {
    node.close();
  }

  @Override
  protected RateLimits limits() {
    return node.limits();
  }

  @Override
  protected void awaitNextWindow() {
    node.clock().advance(RateLimitNode.WINDOW);
  }
}
