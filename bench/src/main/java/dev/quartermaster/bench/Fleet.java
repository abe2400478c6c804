package dev.quartermaster.bench;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;

/**
 * The nodes, kept running: one that ends is started again, as a service manager does, and one that
 * is not ready gets no requests.
 */
final class Fleet implements AutoCloseable {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

  private final List<Member> members;
  private final Health health = new Health();
  private final Timeline timeline;
  private final ExecutorService keepers = Executors.newVirtualThreadPerTaskExecutor();

  Fleet(List<Node> nodes, Timeline timeline) {
    this.members = nodes.stream().map(Member::new).toList();
    this.timeline = timeline;
  }

  /** Starts all nodes and waits until they are ready. */
  void start(Duration patience) throws InterruptedException {
    for (Member member : members) {
      member.node.start();
      keepers.execute(() -> keep(member));
    }
    awaitAll(patience);
  }

  /**
   * Waits until all nodes are ready.
   *
   * @throws BenchFailed when it takes too long
   */
  void awaitAll(Duration patience) throws InterruptedException {
    long giveUp = System.nanoTime() + patience.toNanos();
    for (Member member : members) {
      while (!member.ready) {
        if (System.nanoTime() > giveUp) {
          throw new BenchFailed(
              member.node.name() + " does not get ready:\n" + member.node.lastWords());
        }
        Thread.sleep(BETWEEN_LOOKS);
      }
    }
  }

  int size() {
    return members.size();
  }

  /** Where those listen that are ready. */
  List<URI> ready() {
    return members.stream()
        .filter(member -> member.ready)
        .map(member -> member.node.address())
        .toList();
  }

  /** Gives the node no more requests until it is seen to be ready. */
  void suspect(URI address) {
    members.stream()
        .filter(member -> member.node.address().equals(address))
        .forEach(member -> member.ready = false);
  }

  /**
   * Kills one of those that are ready; it is started again at once. The last one that is ready is
   * spared: a shop that is closed can do nothing wrong.
   *
   * @return whether one could be killed
   */
  boolean killOne(RandomGenerator random) {
    List<Member> ready = members.stream().filter(member -> member.ready).toList();
    if (ready.size() < Math.min(2, members.size())) {
      return false;
    }
    Member victim = ready.get(random.nextInt(ready.size()));
    victim.cause = "killed";
    victim.node.kill();
    return true;
  }

  private void keep(Member member) {
    try {
      Optional<Duration> awaySince = Optional.of(timeline.now());
      while (!Thread.interrupted()) {
        if (!member.node.isAlive()) {
          member.ready = false;
          awaySince = Optional.of(awaySince.orElseGet(timeline::now));
          member.node.start();
        }
        member.ready = health.isReady(member.node.address());
        if (member.ready && awaySince.isPresent()) {
          timeline.add(
              new Timeline.Outage(
                  member.node.name(), member.cause, awaySince.get(), timeline.now()));
          member.cause = "not ready";
        }
        awaySince =
            member.ready ? Optional.empty() : Optional.of(awaySince.orElseGet(timeline::now));
        Thread.sleep(BETWEEN_LOOKS);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** Kills all nodes; they stay away. */
  @Override
  public void close() {
    members.forEach(member -> member.node.retire());
    keepers.shutdownNow();
    health.close();
  }

  private static final class Member {
    private final Node node;
    private volatile boolean ready;
    private volatile String cause = "started";

    Member(Node node) {
      this.node = node;
    }
  }
}
