package dev.quartermaster.cache.shared;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The one link of all caches to Redis, and over it to their like on the other nodes. */
@Singleton
public final class CacheLink implements LinkSubscriber {
  /** Names the form of messages, so that nodes of different releases do not misread each other. */
  static final String CHANNEL = "quartermaster:cache:v2";

  private final RedisLink link;
  private final Map<String, CacheListener> listeners = new ConcurrentHashMap<>();

  @Inject
  CacheLink(Vertx vertx, Redis redis, MeterRegistry registry) {
    this(vertx, redis, registry, LinkTiming.DEFAULT);
  }

  /** A link that waits for Redis as told. */
  public CacheLink(Vertx vertx, Redis redis, MeterRegistry registry, LinkTiming timing) {
    this.link = new RedisLink(vertx, redis, CHANNEL, this, timing);
    Gauge.builder("quartermaster.cache.up", () -> link.isUp() ? 1 : 0)
        .description("Whether caches are in full use: 0 while Redis is away")
        .register(registry);
  }

  /** Begins to connect. */
  public void start(@Observes StartupEvent event) {
    link.start();
  }

  /** Ends the link for good. */
  public void stop(@Observes ShutdownEvent event) {
    link.stop();
  }

  /** Tells the listener from now on what its like is told on every node. */
  void join(Cacheable what, CacheListener listener) {
    listeners.put(what.code(), listener);
  }

  /** Where commands of caches go. */
  RedisLink redis() {
    return link;
  }

  /** The command that sends a message to a cache on all nodes, this one included. */
  static Request publication(Cacheable what, String message) {
    return Request.cmd(Command.PUBLISH).arg(CHANNEL).arg(addressed(what, message));
  }

  /** A message to a cache as it is sent on the channel. */
  static String addressed(Cacheable what, String message) {
    return what.code() + " " + message;
  }

  @Override
  public void alive(RedisCommands commands) {
    listeners.values().forEach(listener -> listener.alive(commands));
  }

  @Override
  public void message(String message) {
    int end = message.indexOf(' ');
    CacheListener listener = listeners.get(message.substring(0, end));
    if (listener != null) {
      listener.message(message.substring(end + 1));
    }
  }

  @Override
  public void down() {
    listeners.values().forEach(CacheListener::down);
  }

  @Override
  public String purpose() {
    return "the cache";
  }
}
