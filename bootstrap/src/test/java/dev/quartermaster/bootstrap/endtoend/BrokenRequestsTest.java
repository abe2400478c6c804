package dev.quartermaster.bootstrap.endtoend;

import static dev.quartermaster.bootstrap.endtoend.Shop.API;
import static dev.quartermaster.bootstrap.endtoend.Shop.anonymous;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is too long is a problem like others; what is no HTTP is refused, and nothing breaks. */
@EndToEnd
class BrokenRequestsTest {
  private static final int TIMEOUT = (int) Duration.ofSeconds(20).toMillis();

  @TestHTTPResource URI address;

  @Test
  void anAddressThatIsTooLongIsAProblem() {
    Response answer = anonymous().get(API + "/products?q=" + "a".repeat(8_000));

    assertThat(answer.statusCode()).isEqualTo(414);
    assertThat(answer.contentType()).isEqualTo("application/problem+json");
    assertThat(answer.<String>path("code")).isEqualTo("uri-too-long");
    anonymous().get("/problems/uri-too-long").then().statusCode(200);
  }

  @Test
  void headersThatAreTooLargeAreAProblem() {
    Response answer = anonymous().header("X-Long", "a".repeat(17_000)).get(API + "/products");

    assertThat(answer.statusCode()).isEqualTo(431);
    assertThat(answer.contentType()).isEqualTo("application/problem+json");
    assertThat(answer.<String>path("code")).isEqualTo("headers-too-large");
    anonymous().get("/problems/headers-too-large").then().statusCode(200);
  }

  /** Vert.x answers these, before anything of ours is asked. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /api/v1/products/%zz HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /api/v1/products?q=%zz HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /api/v1/pro ducts HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /api/v1/products HTTP/1.1\r\nHost: x\r\nX-A: a\u0000b\r\n\r\n",
        "GET /api/v1/products HTTP/1.1\r\nHost: x\r\nX A: b\r\n\r\n",
      })
  void whatIsNoHttpIsRefusedAtOnce(String request) throws IOException {
    assertThat(answerTo(request)).startsWith("HTTP/1.").endsWith(" 400");
    anonymous().get("/health/live").then().statusCode(200);
  }

  private String answerTo(String request) throws IOException {
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket.setSoTimeout(TIMEOUT);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      byte[] status = socket.getInputStream().readNBytes("HTTP/1.1 400".length());
      return new String(status, StandardCharsets.ISO_8859_1);
    }
  }
}
