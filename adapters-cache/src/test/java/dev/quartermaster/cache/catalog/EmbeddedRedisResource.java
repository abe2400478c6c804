package dev.quartermaster.cache.catalog;

import dev.quartermaster.cache.shared.EmbeddedRedis;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Gives a test application its own Redis. */
public final class EmbeddedRedisResource implements QuarkusTestResourceLifecycleManager {
  private final EmbeddedRedis redis = new EmbeddedRedis();

  @Override
  public Map<String, String> start() {
    redis.start();
    return Map.of("quarkus.redis.hosts", redis.address(), "quarkus.redis.health.enabled", "false");
  }

  @Override
  public void stop() {
    redis.close();
  }
}
