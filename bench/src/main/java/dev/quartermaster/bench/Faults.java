package dev.quartermaster.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * What is done to the cluster while it is used: nodes are killed one after the other, Redis hangs
 * once, and PostgreSQL crashes once.
 */
final class Faults {
  private static final Duration HANG = Duration.ofSeconds(5);
  private static final double REDIS_HANGS_AFTER = 0.3;
  private static final double POSTGRESQL_CRASHES_AFTER = 0.6;

  private final Cluster cluster;
  private final Timeline timeline;
  private final Duration duration;
  private final Kills kills;
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Future<?>> running = new ArrayList<>();
  private final CountDownLatch stopped = new CountDownLatch(1);
  private volatile String now = "";
  private volatile long deadlocksBeforeCrash;

  /**
   * @param duration over what time the neighbours' faults are spread
   * @param betweenKills how long a kill of a node follows another, on average
   * @param seed decides which node is killed when
   */
  Faults(Cluster cluster, Timeline timeline, Duration duration, Duration betweenKills, long seed) {
    this.cluster = cluster;
    this.timeline = timeline;
    this.duration = duration;
    this.kills = new Kills(cluster.fleet(), betweenKills, seed);
  }

  /** Begins; kills go on until {@link #stop()}. */
  void begin() {
    kills.begin();
    running.add(Tasks.begin(executor, this::hangRedis));
    running.add(Tasks.begin(executor, this::crashPostgreSql));
  }

  /** Waits until what is under way is over, and begins no more. */
  void stop() throws InterruptedException {
    stopped.countDown();
    kills.stop();
    for (Future<?> fault : running) {
      Tasks.await(fault);
    }
    executor.close();
  }

  int kills() {
    return kills.count();
  }

  /** How many deadlocks PostgreSQL had counted when it crashed, and forgot them. */
  long deadlocksBeforeCrash() {
    return deadlocksBeforeCrash;
  }

  /** What is being done to a neighbour at this moment. */
  String now() {
    return now;
  }

  /** Waits for so long, and tells whether no more faults are wanted. */
  private boolean isStoppedWithin(Duration time) throws InterruptedException {
    return stopped.await(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  private boolean isStoppedBefore(double share) throws InterruptedException {
    return isStoppedWithin(Duration.ofMillis((long) (duration.toMillis() * share)));
  }

  private void hangRedis() throws InterruptedException {
    if (isStoppedBefore(REDIS_HANGS_AFTER)) {
      return;
    }
    Duration from = timeline.now();
    now = "Redis hangs";
    cluster.neighbours().freezeRedis();
    try {
      Thread.sleep(HANG);
    } finally {
      cluster.neighbours().thawRedis();
      now = "";
    }
    timeline.add(new Timeline.Outage("Redis", "hung", from, timeline.now()));
  }

  private void crashPostgreSql() throws InterruptedException {
    if (isStoppedBefore(POSTGRESQL_CRASHES_AFTER)) {
      return;
    }
    Duration from = timeline.now();
    deadlocksBeforeCrash = new Books(cluster.neighbours()).deadlocks();
    now = "PostgreSQL crashed";
    cluster.neighbours().restartPostgreSql();
    now = "";
    timeline.add(new Timeline.Outage("PostgreSQL", "crashed", from, timeline.now()));
  }
}
