package dev.quartermaster.cache.shared;

import com.github.benmanes.caffeine.cache.Ticker;
import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A link to Redis over which commands go and messages come. It is up only while messages are known
 * to come: it sends itself a heartbeat, and a heartbeat that does not come back takes it down. It
 * comes up again by itself, and is no part of starting or stopping: Redis may be away for as long
 * as it likes.
 *
 * <p>Commands may be sent from any thread that may block; what the link knows of its connections is
 * changed on one event loop alone.
 */
final class RedisLink {
  private static final Logger LOG = Logger.getLogger(RedisLink.class);

  private final Vertx vertx;
  private final Context eventLoop;
  private final Redis redis;
  private final String channel;
  private final String heartbeatChannel;
  private final LinkSubscriber subscriber;
  private final LinkTiming timing;
  private final CircuitBreaker breaker;

  private @Nullable Lines lines;
  private boolean heartbeatUnderWay;
  private boolean saidToBeDown;
  private boolean stopped;
  private volatile @Nullable Lines live;

  /**
   * A link that is down until {@link #start()}.
   *
   * @param channel the channel whose messages come to the subscriber
   */
  RedisLink(
      Vertx vertx, Redis redis, String channel, LinkSubscriber subscriber, LinkTiming timing) {
    this.vertx = vertx;
    this.eventLoop = vertx.getOrCreateContext();
    this.redis = redis;
    this.channel = channel;
    this.heartbeatChannel = channel + ":" + UUID.randomUUID();
    this.subscriber = subscriber;
    this.timing = timing;
    this.breaker = new CircuitBreaker(timing.pause(), Ticker.systemTicker());
  }

  /** Begins to connect, and goes on until it is stopped. */
  void start() {
    eventLoop.runOnContext(
        _ -> {
          vertx.setPeriodic(timing.heartbeat().toMillis(), timer -> tick(timer));
          connect();
        });
  }

  /** Ends the link for good. */
  void stop() {
    eventLoop.runOnContext(
        _ -> {
          stopped = true;
          if (lines != null) {
            lost(lines, "stopped");
          }
        });
  }

  /** Whether messages are known to come. */
  boolean isUp() {
    return live != null;
  }

  /**
   * Sends a command and waits for its answer, for a moment. After a failure nothing is asked for a
   * while, so that a slow Redis does not slow every caller down.
   *
   * @return the answer
   * @throws RedisUnavailable when there is no answer in time; it may be carried out all the same
   */
  Response ask(Function<RedisCommands, Future<Response>> call) throws RedisUnavailable {
    if (!breaker.lets()) {
      throw new RedisUnavailable("Redis did not answer lately", null);
    }
    try {
      Response answer = tell(call);
      breaker.succeeded();
      return answer;
    } catch (RedisUnavailable e) {
      breaker.failed();
      throw e;
    }
  }

  /**
   * Has Redis run a script and waits for what it returns as {@link #ask(Function)} does.
   *
   * @throws RedisUnavailable when there is no answer in time; it may have run all the same
   */
  Response ask(RedisScript script, List<String> keys, List<String> arguments)
      throws RedisUnavailable {
    return ask(commands -> script.send(commands, keys, arguments));
  }

  /**
   * Sends a command and waits for its answer, for a moment, whatever happened to others.
   *
   * @return the answer
   * @throws RedisUnavailable when there is no answer in time; it may be carried out all the same
   */
  Response tell(Function<RedisCommands, Future<Response>> call) throws RedisUnavailable {
    Lines current = live;
    if (current == null) {
      throw new RedisUnavailable("Redis is not connected", null);
    }
    try {
      return call.apply(current.commands()::send)
          .toCompletionStage()
          .toCompletableFuture()
          .get(timing.answer().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new RedisUnavailable("Redis does not answer in time", e);
    } catch (ExecutionException e) {
      throw new RedisUnavailable("Redis does not do what it is asked", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RedisUnavailable("interrupted", e);
    }
  }

  /**
   * Sends a command without waiting for its answer; what is sent after it is carried out after it.
   *
   * @param lost is run when it is known that it was not carried out, or not known that it was
   */
  void post(Request request, Runnable lost) {
    Lines current = live;
    if (current == null) {
      lost.run();
    } else {
      current.commands().send(request).onFailure(_ -> lost.run());
    }
  }

  private void connect() {
    if (stopped) {
      return;
    }
    redis
        .connect()
        .compose(
            commands ->
                redis
                    .connect()
                    .onFailure(_ -> commands.close())
                    .map(subscription -> new Lines(commands, subscription)))
        .onComplete(result -> eventLoop.runOnContext(_ -> connected(result)));
  }

  private void connected(AsyncResult<Lines> result) {
    if (result.failed()) {
      retryAfter(String.valueOf(result.cause().getMessage()));
    } else if (stopped) {
      result.result().close();
    } else {
      open(result.result());
    }
  }

  private void open(Lines opened) {
    lines = opened;
    heartbeatUnderWay = false;
    for (RedisConnection connection : List.of(opened.commands(), opened.subscription())) {
      connection.exceptionHandler(e -> lostLater(opened, String.valueOf(e.getMessage())));
      connection.endHandler(_ -> lostLater(opened, "the connection ended"));
    }
    opened.subscription().handler(push -> received(opened, push));
    opened
        .subscription()
        .send(Request.cmd(Command.SUBSCRIBE).arg(channel).arg(heartbeatChannel))
        .onFailure(e -> lostLater(opened, String.valueOf(e.getMessage())));
  }

  private void received(Lines from, Response push) {
    String kind = push.get(0).toString();
    String source = push.get(1).toString();
    if (source.equals(heartbeatChannel)) {
      eventLoop.runOnContext(_ -> alive(from));
    } else if (kind.equals("message")) {
      subscriber.message(push.get(2).toString());
    }
  }

  private void alive(Lines from) {
    if (!from.equals(lines)) {
      return;
    }
    heartbeatUnderWay = false;
    subscriber.alive(from.commands()::send);
    if (live == null) {
      breaker.succeeded();
      live = from;
      if (saidToBeDown) {
        saidToBeDown = false;
        LOG.infof("Redis is back; %s is in use again", subscriber.purpose());
      }
    }
  }

  // The first heartbeat of a link that is not up yet is the confirmation of its subscription.
  private void tick(long timer) {
    if (stopped) {
      vertx.cancelTimer(timer);
    } else if (lines != null && heartbeatUnderWay) {
      lost(lines, "the heartbeat did not come back");
    } else {
      heartbeatUnderWay = true;
      if (live != null) {
        beat(live);
      }
    }
  }

  private void beat(Lines current) {
    current
        .commands()
        .send(Request.cmd(Command.PUBLISH).arg(heartbeatChannel).arg("heartbeat"))
        .onFailure(e -> lostLater(current, String.valueOf(e.getMessage())));
  }

  private void lostLater(Lines which, String reason) {
    eventLoop.runOnContext(_ -> lost(which, reason));
  }

  private void lost(Lines which, String reason) {
    if (!which.equals(lines)) {
      return;
    }
    lines = null;
    live = null;
    subscriber.down();
    which.close();
    retryAfter(reason);
  }

  private void retryAfter(String reason) {
    if (stopped) {
      return;
    }
    if (!saidToBeDown) {
      saidToBeDown = true;
      LOG.warnf(
          "Redis is away (%s); %s is out of use until it is back", reason, subscriber.purpose());
    }
    vertx.setTimer(timing.retry().toMillis(), _ -> connect());
  }

  /** Two connections, as one that subscribes cannot send commands to every version of Redis. */
  private record Lines(RedisConnection commands, RedisConnection subscription) {
    void close() {
      commands.close();
      subscription.close();
    }
  }
}
