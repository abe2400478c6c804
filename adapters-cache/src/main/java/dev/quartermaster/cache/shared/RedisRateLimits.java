package dev.quartermaster.cache.shared;

import dev.quartermaster.domain.shared.Allowance;
import dev.quartermaster.domain.shared.RateLimits;
import dev.quartermaster.domain.shared.RatePolicy;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Response;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Rate limits that all nodes count together in Redis, each step by a script that nothing can come
 * between. While Redis does not answer, each node goes on counting by itself: nobody is without a
 * limit, and nobody is locked out.
 */
@Singleton
final class RedisRateLimits implements RateLimits {
  /** What the keys of all counts begin with. */
  static final String KEY_PREFIX = "quartermaster:rate-limits:";

  // As long as it takes to know that Redis is away, and no shorter: a node that loses patience with
  // a Redis that is only slow, in a burst, counts alone and grants too much.
  private static final LinkTiming TIMING =
      new LinkTiming(
          Duration.ofSeconds(1),
          Duration.ofSeconds(1),
          Duration.ofMillis(500),
          Duration.ofSeconds(1));

  /**
   * Answers whether one was granted, how many are left and the milliseconds to the window's end.
   */
  private static final RedisScript TAKE =
      RedisScript.of(
          """
          local limit = tonumber(ARGV[1])
          local left = redis.call('PTTL', KEYS[1])
          if left <= 0 then
            left = tonumber(ARGV[2])
            redis.call('SET', KEYS[1], 0, 'PX', left)
          end
          local taken = tonumber(redis.call('GET', KEYS[1]))
          if taken >= limit then
            return {0, 0, left}
          end
          redis.call('INCR', KEYS[1])
          return {1, limit - taken - 1, left}
          """);

  private static final RedisScript GIVE_BACK =
      RedisScript.of(
          """
          local taken = tonumber(redis.call('GET', KEYS[1]) or 0)
          if taken > 0 then
            redis.call('DECR', KEYS[1])
          end
          return taken
          """);

  private final RateLimitSettings settings;
  private final RedisLink link;
  private final LocalRateLimits local;
  private final RateLimitMetrics metrics;

  @Inject
  RedisRateLimits(
      RateLimitSettings settings,
      Vertx vertx,
      Redis redis,
      MeterRegistry registry,
      InstantSource clock) {
    this(settings, vertx, redis, registry, clock, TIMING);
  }

  RedisRateLimits(
      RateLimitSettings settings,
      Vertx vertx,
      Redis redis,
      MeterRegistry registry,
      InstantSource clock,
      LinkTiming timing) {
    this.settings = settings;
    this.link =
        new RedisLink(vertx, redis, KEY_PREFIX + "heartbeat", new HeartbeatsAlone(), timing);
    this.local = new LocalRateLimits(clock);
    this.metrics = new RateLimitMetrics(registry, link::isUp);
  }

  void start(@Observes StartupEvent event) {
    link.start();
  }

  void stop(@Observes ShutdownEvent event) {
    link.stop();
  }

  @Override
  public Optional<Allowance> take(RatePolicy policy, String subject) {
    return settings
        .of(policy)
        .map(
            limit -> {
              Allowance allowance = take(policy, limit, keyOf(policy, limit, subject));
              metrics.decided(policy, allowance.granted());
              return allowance;
            });
  }

  @Override
  public boolean isOn(RatePolicy policy) {
    return settings.of(policy).isPresent();
  }

  @Override
  public void giveBack(RatePolicy policy, String subject) {
    settings.of(policy).ifPresent(limit -> putBack(policy, keyOf(policy, limit, subject)));
  }

  private Allowance take(RatePolicy policy, RateLimit limit, String key) {
    try {
      Allowance counted =
          allowance(
              limit,
              link.ask(
                  TAKE,
                  List.of(key),
                  List.of(Long.toString(limit.count()), Long.toString(limit.window().toMillis()))));
      local.follow(key, counted);
      return counted;
    } catch (RedisUnavailable e) {
      metrics.countedAlone(policy);
      return local.take(key, limit);
    }
  }

  private void putBack(RatePolicy policy, String key) {
    local.giveBack(key);
    try {
      link.ask(GIVE_BACK, List.of(key), List.of());
    } catch (RedisUnavailable e) {
      metrics.countedAlone(policy);
    }
  }

  private static Allowance allowance(RateLimit limit, Response counted) {
    return new Allowance(
        number(counted, 0) == 1,
        limit.count(),
        limit.window(),
        number(counted, 1),
        Duration.ofMillis(number(counted, 2)));
  }

  private static long number(Response counted, int index) {
    return Objects.requireNonNull(counted.get(index).toLong());
  }

  /**
   * The key of a subject's count. Subjects may name people and be of any length, so the key has the
   * digest of theirs. Windows of another length are counted apart.
   */
  private static String keyOf(RatePolicy policy, RateLimit limit, String subject) {
    return KEY_PREFIX
        + policy.code()
        + ":"
        + limit.window().toSeconds()
        + ":"
        + HexFormat.of().formatHex(sha256().digest(subject.getBytes(StandardCharsets.UTF_8)));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  /** Nobody publishes on the link's channel: it serves to know whether Redis is there. */
  private static final class HeartbeatsAlone implements LinkSubscriber {
    @Override
    public void alive(RedisCommands commands) {
      // There is nothing to tell Redis.
    }

    @Override
    public void message(String message) {
      // Nobody sends any.
    }

    @Override
    public void down() {
      // The next to ask finds out.
    }

    @Override
    public String purpose() {
      return "the common count for rate limits";
    }
  }
}
