package dev.quartermaster.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BalancerTest {
  private final HttpClient http = HttpClient.newHttpClient();
  private final ConcurrentLinkedQueue<URI> suspects = new ConcurrentLinkedQueue<>();
  private final List<AutoCloseable> toClose = new ArrayList<>(List.of(http));

  @AfterEach
  void closeAll() throws Exception {
    for (AutoCloseable each : toClose) {
      each.close();
    }
  }

  @Test
  void nodesTakeTurnsAndGetRequestsAsTheyWereSent() throws Exception {
    Balancer balancer = balancer(node("one"), node("other"));

    assertThat(List.of(send(balancer), send(balancer), send(balancer), send(balancer)))
        .extracting(HttpResponse::body)
        .containsExactlyInAnyOrder(
            "one POST /orders?x=1 key sale",
            "other POST /orders?x=1 key sale",
            "one POST /orders?x=1 key sale",
            "other POST /orders?x=1 key sale");
    assertThat(suspects).isEmpty();
  }

  @Test
  void aNodeThatTakesNoConnectionIsPassedOver() throws Exception {
    URI dead = URI.create("http://127.0.0.1:" + closedPort());
    Balancer balancer = balancer(dead, node("other"));

    assertThat(List.of(send(balancer), send(balancer)))
        .extracting(HttpResponse::statusCode)
        .containsOnly(200);
    assertThat(suspects).containsOnly(dead);
  }

  @Test
  void aRequestThatItsNodeDiedOnIsTheClientsToRepeat() throws Exception {
    URI dying = nodeThatHangsUp();
    Balancer balancer = balancer(dying);

    HttpResponse<String> answer = send(balancer);

    assertThat(answer.statusCode()).isEqualTo(502);
    assertThat(answer.headers().firstValue("Retry-After")).contains("1");
    assertThat(suspects).containsExactly(dying);
  }

  @Test
  void withoutNodesThereIsNoService() throws Exception {
    assertThat(send(balancer()).statusCode()).isEqualTo(503);
  }

  private Balancer balancer(URI... nodes) {
    Balancer balancer = new Balancer(() -> List.of(nodes), suspects::add);
    toClose.add(balancer);
    return balancer;
  }

  private HttpResponse<String> send(Balancer balancer) throws Exception {
    return http.send(
        HttpRequest.newBuilder(balancer.address().resolve("/orders?x=1"))
            .header("Idempotency-Key", "key")
            .POST(HttpRequest.BodyPublishers.ofString("sale"))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private URI node(String name) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    server.createContext(
        "/",
        exchange -> {
          byte[] answer =
              "%s %s %s %s %s"
                  .formatted(
                      name,
                      exchange.getRequestMethod(),
                      exchange.getRequestURI(),
                      exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                      new String(exchange.getRequestBody().readAllBytes(), UTF_8))
                  .getBytes(UTF_8);
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
    toClose.add(() -> server.stop(0));
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private URI nodeThatHangsUp() throws IOException {
    ServerSocket socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    toClose.add(socket);
    Thread.ofVirtual().start(() -> hangUp(socket));
    return URI.create("http://127.0.0.1:" + socket.getLocalPort());
  }

  private static void hangUp(ServerSocket server) {
    try (Socket connection = server.accept()) {
      assertThat(connection.getInputStream().read()).isEqualTo('P');
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static int closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
