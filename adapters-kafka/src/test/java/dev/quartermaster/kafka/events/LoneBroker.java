package dev.quartermaster.kafka.events;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.jspecify.annotations.Nullable;

/** A broker of Kafka in this JVM, on loopback, that can be away for a while. */
final class LoneBroker implements AutoCloseable {
  private final String address;
  private final Map<String, String> settings;
  private @Nullable KafkaRaftServer server;

  /** One that keeps its data in the folder, and is away. */
  LoneBroker(Path folder) throws IOException {
    int port = freePort();
    int controllerPort = freePort();
    this.address = "127.0.0.1:" + port;
    this.settings =
        Map.ofEntries(
            Map.entry("process.roles", "broker,controller"),
            Map.entry("node.id", "1"),
            Map.entry("controller.quorum.voters", "1@127.0.0.1:" + controllerPort),
            Map.entry(
                "listeners",
                "PLAINTEXT://" + address + ",CONTROLLER://127.0.0.1:" + controllerPort),
            Map.entry("controller.listener.names", "CONTROLLER"),
            Map.entry("log.dirs", folder.resolve("data").toString()),
            Map.entry("num.partitions", "3"),
            Map.entry("offsets.topic.num.partitions", "1"),
            Map.entry("offsets.topic.replication.factor", "1"),
            Map.entry("transaction.state.log.replication.factor", "1"),
            Map.entry("transaction.state.log.min.isr", "1"));
    format(folder.resolve("server.properties"));
  }

  /** Where clients find it. */
  String address() {
    return address;
  }

  /** Makes it come, or come back. */
  void start() {
    server = new KafkaRaftServer(new KafkaConfig(settings), Time.SYSTEM);
    server.startup();
  }

  @Override
  public void close() {
    if (server != null) {
      server.shutdown();
      server.awaitShutdown();
      server = null;
    }
  }

  private void format(Path file) throws IOException {
    List<String> lines =
        settings.entrySet().stream().map(entry -> entry.getKey() + "=" + entry.getValue()).toList();
    Files.write(file, lines);
    String[] command = {
      "format", "--cluster-id", Uuid.randomUuid().toString(), "--config", file.toString()
    };
    int status = StorageTool.execute(command, System.out);
    if (status != 0) {
      throw new IllegalStateException("formatting the broker's storage ended with " + status);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
