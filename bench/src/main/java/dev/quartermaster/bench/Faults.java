package dev.quartermaster.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What is done to the cluster while people buy: nodes are killed one after the other, Redis hangs
 * once, and PostgreSQL crashes once.
 */
final class Faults {
  private static final Duration LONGEST_HANG = Duration.ofSeconds(5);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
  private static final double REDIS_HANGS_AFTER = 0.3;
  private static final double POSTGRESQL_CRASHES_AFTER = 0.6;

  private final Cluster cluster;
  private final Timeline timeline;
  private final Duration saleTakes;
  private final Duration betweenKills;
  private final Random random;
  private final AtomicInteger kills = new AtomicInteger();
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Future<?>> running = new ArrayList<>();
  private volatile boolean stopped;
  private volatile String now = "";
  private volatile long deadlocksBeforeCrash;

  Faults(Cluster cluster, Timeline timeline, FlashSaleOptions options) {
    this.cluster = cluster;
    this.timeline = timeline;
    this.saleTakes = options.duration();
    this.betweenKills = options.betweenKills();
    this.random = new Random(options.seed());
  }

  /** Begins; kills go on until {@link #stop()}. */
  void begin() {
    running.add(Tasks.begin(executor, this::killNodes));
    running.add(Tasks.begin(executor, this::hangRedis));
    running.add(Tasks.begin(executor, this::crashPostgreSql));
  }

  /** Waits until the last one is over. */
  void stop() throws InterruptedException {
    stopped = true;
    for (Future<?> fault : running) {
      Tasks.await(fault);
    }
    executor.close();
  }

  int kills() {
    return kills.get();
  }

  /** How many deadlocks PostgreSQL had counted when it crashed, and forgot them. */
  long deadlocksBeforeCrash() {
    return deadlocksBeforeCrash;
  }

  /** What is being done to a neighbour at this moment. */
  String now() {
    return now;
  }

  private Duration part(double share) {
    return Duration.ofMillis((long) (saleTakes.toMillis() * share));
  }

  private void killNodes() throws InterruptedException {
    while (!stopped) {
      // From half to one and a half of the average.
      long pause = betweenKills.toMillis() / 2 + random.nextLong(betweenKills.toMillis() + 1);
      long next = System.nanoTime() + Duration.ofMillis(pause).toNanos();
      while (!stopped && System.nanoTime() < next) {
        Thread.sleep(BETWEEN_LOOKS);
      }
      while (!stopped && cluster.fleet().killOne(random).isEmpty()) {
        Thread.sleep(BETWEEN_LOOKS);
      }
      if (!stopped) {
        kills.incrementAndGet();
      }
    }
  }

  private void hangRedis() throws InterruptedException {
    Thread.sleep(part(REDIS_HANGS_AFTER));
    Duration from = timeline.now();
    now = "Redis hangs";
    cluster.neighbours().freezeRedis();
    try {
      Duration sixth = saleTakes.dividedBy(6);
      Thread.sleep(sixth.compareTo(LONGEST_HANG) < 0 ? sixth : LONGEST_HANG);
    } finally {
      cluster.neighbours().thawRedis();
      now = "";
    }
    timeline.add(new Timeline.Outage("Redis", "hung", from, timeline.now()));
  }

  private void crashPostgreSql() throws InterruptedException {
    Thread.sleep(part(POSTGRESQL_CRASHES_AFTER));
    Duration from = timeline.now();
    deadlocksBeforeCrash = new Books(cluster.neighbours()).deadlocks();
    now = "PostgreSQL crashed";
    cluster.neighbours().restartPostgreSql();
    now = "";
    timeline.add(new Timeline.Outage("PostgreSQL", "crashed", from, timeline.now()));
  }
}
