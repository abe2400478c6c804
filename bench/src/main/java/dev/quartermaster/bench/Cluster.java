package dev.quartermaster.bench;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A shop on loopback: nodes behind a balancer, on one PostgreSQL and one Redis. Whatever becomes of
 * the bench, its processes end with it.
 */
final class Cluster implements AutoCloseable {
  /** As many as the database has connections for. */
  static final int MOST_NODES = 5;

  private static final Duration START = Duration.ofMinutes(2);
  private static final Account ADMINISTRATOR =
      new Account("admin@example.com", "choose-a-rare-one");

  /**
   * Passwords are hashed with as little work as is allowed: they are not what is tried here. Nodes
   * that live for seconds are better compiled quickly than well.
   */
  private static final Map<String, String> SETTINGS =
      Map.of(
          "JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1",
          "QUARTERMASTER_ADMIN_EMAIL", ADMINISTRATOR.email(),
          "QUARTERMASTER_ADMIN_PASSWORD", ADMINISTRATOR.password(),
          "QUARTERMASTER_WEBHOOK_ALLOWED_NETWORKS", "127.0.0.0/8",
          "QUARTERMASTER_RATE_LIMIT_API", "off",
          "QUARTERMASTER_RATE_LIMIT_LOGIN", "off",
          "QUARTERMASTER_ARGON2_MEMORY", "7168",
          "QUARTERMASTER_ARGON2_ITERATIONS", "1",
          "QUARKUS_DATASOURCE_JDBC_MAX_SIZE", "16",
          "QUARKUS_LOG_CATEGORY__DEV_QUARTERMASTER_ACCESS__LEVEL", "WARN");

  private final Neighbours neighbours;
  private final Fleet fleet;
  private final Balancer balancer;
  private final Thread lastResort = Thread.ofPlatform().unstarted(this::end);

  private Cluster(Neighbours neighbours, Fleet fleet) {
    this.neighbours = neighbours;
    this.fleet = fleet;
    this.balancer = new Balancer(fleet::ready, fleet::suspect);
    Runtime.getRuntime().addShutdownHook(lastResort);
  }

  /**
   * Starts all of it and waits until it is ready.
   *
   * @param root the project's folder
   * @param folder for data and logs
   */
  static Cluster start(Path root, Path folder, int nodes, Timeline timeline)
      throws InterruptedException {
    Path quarkusApp = root.resolve("bootstrap/target/quarkus-app").toAbsolutePath().normalize();
    if (!Files.isExecutable(quarkusApp.resolve("quartermaster"))) {
      throw new BenchFailed("the package is missing; build it by ./mvnw -DskipTests verify");
    }
    Neighbours neighbours = Neighbours.start(quarkusApp, folder, SETTINGS);
    Map<String, String> settings = new HashMap<>(SETTINGS);
    settings.putAll(neighbours.settings());
    List<Node> all =
        IntStream.rangeClosed(1, nodes)
            .mapToObj(number -> new Node("node-" + number, quarkusApp, folder, settings))
            .toList();
    Cluster cluster = new Cluster(neighbours, new Fleet(all, timeline));
    boolean ready = false;
    try {
      cluster.fleet.start(START);
      ready = true;
      return cluster;
    } finally {
      if (!ready) {
        cluster.close();
      }
    }
  }

  /** What clients call. */
  Target target() {
    return new Target(List.of(address()), ADMINISTRATOR, Duration.ofSeconds(60));
  }

  private URI address() {
    return balancer.address();
  }

  Neighbours neighbours() {
    return neighbours;
  }

  Fleet fleet() {
    return fleet;
  }

  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(lastResort);
    end();
  }

  private void end() {
    balancer.close();
    fleet.close();
    neighbours.close();
  }
}
