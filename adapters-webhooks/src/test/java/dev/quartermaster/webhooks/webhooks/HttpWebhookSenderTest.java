package dev.quartermaster.webhooks.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.quartermaster.domain.shared.NetworkRange;
import dev.quartermaster.domain.shared.OutboundNetworks;
import dev.quartermaster.domain.webhooks.Answer;
import dev.quartermaster.domain.webhooks.Message;
import dev.quartermaster.domain.webhooks.SigningSecret;
import dev.quartermaster.domain.webhooks.WebhookSender;
import dev.quartermaster.domain.webhooks.WebhookUrl;
import dev.quartermaster.testkit.shared.SequentialIdentifiers;
import dev.quartermaster.testkit.webhooks.Subscriptions;
import dev.quartermaster.testkit.webhooks.WebhookReceiver;
import dev.quartermaster.testkit.webhooks.WebhookSenderContract;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link WebhookSenderContract} by HTTP, and what receivers are kept from. */
class HttpWebhookSenderTest extends WebhookSenderContract {
  private static final OutboundNetworks THIS_MACHINE = allowing("127.0.0.0/8", "::1");
  private static final SendingLimits SHORT =
      new SendingLimits(Duration.ofSeconds(2), Duration.ofMillis(500));
  private static final SigningSecret SECRET = Subscriptions.secret("the only");

  private final WebhookReceiver receiver = new WebhookReceiver();
  private final Message message = Subscriptions.message(new SequentialIdentifiers(), "42");
  private final HttpWebhookSender sender =
      new HttpWebhookSender(THIS_MACHINE, new SystemNameService(), SendingLimits.USUAL);
  private final HttpWebhookSender hurried =
      new HttpWebhookSender(THIS_MACHINE, new SystemNameService(), SHORT);
  private final CountDownLatch testIsOver = new CountDownLatch(1);

  @AfterEach
  void stop() throws IOException {
    testIsOver.countDown();
    receiver.close();
    sender.close();
    hurried.close();
  }

  @Override
  protected WebhookSender sender() {
    return sender;
  }

  @Override
  protected WebhookUrl receiverThatAnswers(int status) {
    receiver.behave(WebhookReceiver.answering(status));
    return WebhookUrl.of(receiver.address() + "/hooks?for=orders");
  }

  @Override
  protected WebhookUrl nobody() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return WebhookUrl.of("http://127.0.0.1:" + socket.getLocalPort());
    } catch (IOException failure) {
      throw new AssertionError(failure);
    }
  }

  @Override
  protected Arrived arrivedAt(WebhookUrl url) {
    WebhookReceiver.Request request = receiver.requests().getLast();
    return new Arrived(
        request.header("webhook-id"),
        Instant.ofEpochSecond(Long.parseLong(request.header("webhook-timestamp"))),
        request.body());
  }

  /** As the official library sees it. */
  @Override
  protected boolean isSignedBy(WebhookUrl url, SigningSecret secret) {
    WebhookReceiver.Request request = receiver.requests().getLast();
    Map<String, List<String>> headers =
        request.headers().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, header -> List.of(header.getValue())));
    try {
      new Webhook(secret.value()).verify(request.body(), headers);
      return true;
    } catch (WebhookVerificationException notSigned) {
      return false;
    }
  }

  @Test
  void aMessageIsJsonToTheAddressAsItIs() {
    assertThat(send(sender, receiverThatAnswers(200)).isSuccess()).isTrue();

    WebhookReceiver.Request request = receiver.requests().getLast();
    assertThat(request.path()).isEqualTo("/hooks?for=orders");
    assertThat(request.header("content-type")).startsWith("application/json");
    assertThat(request.header("host")).isEqualTo("127.0.0.1:" + receiver.port());
    assertThat(request.header("user-agent")).startsWith("Quartermaster");
    assertThat(request.headers()).doesNotContainKeys("cookie", "authorization");
  }

  @Test
  void noRedirectIsFollowed() {
    WebhookReceiver other = new WebhookReceiver();
    receiver.behave(
        (exchange, _) -> {
          exchange.getResponseHeaders().set("Location", other.address());
          exchange.sendResponseHeaders(302, -1);
        });

    Answer answer = send(sender, here());

    assertThat(answer.isSuccess()).isFalse();
    assertThat(answer)
        .isInstanceOfSatisfying(
            Answer.Received.class, received -> assertThat(received.status()).isEqualTo(302));
    assertThat(other.requests()).isEmpty();
    other.close();
  }

  @Test
  void theBeginningOfAnAnswerIsKept() {
    receiver.behave(
        (exchange, _) -> {
          byte[] body = "no \0 such order: “42”".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(500, body.length);
          exchange.getResponseBody().write(body);
        });

    assertThat(send(sender, here()))
        .isEqualTo(new Answer.Received(500, Optional.of("no \uFFFD such order: “42”")));
  }

  @Test
  void anEndlessAnswerIsCutOff() {
    receiver.behave(
        (exchange, _) -> {
          exchange.sendResponseHeaders(200, 0);
          byte[] much = "x".repeat(SendingLimits.MAX_BYTES).getBytes(StandardCharsets.US_ASCII);
          while (testIsOver.getCount() > 0) {
            exchange.getResponseBody().write(much);
          }
        });

    assertThat(send(sender, here()))
        .isEqualTo(new Answer.Received(200, Optional.of("x".repeat(SendingLimits.EXCERPT_BYTES))));
  }

  @Test
  void aReceiverThatHangsIsNotWaitedFor() {
    receiver.behave((_, _) -> awaitEndOfTest());

    assertNoCompleteAnswer(send(hurried, here()));
  }

  @Test
  void anAnswerThatComesDropByDropIsNotWaitedFor() {
    receiver.behave(
        (exchange, _) -> {
          exchange.sendResponseHeaders(200, 0);
          while (testIsOver.getCount() > 0) {
            exchange.getResponseBody().write('.');
            exchange.getResponseBody().flush();
            LockSupport.parkNanos(20_000_000);
          }
        });

    assertNoCompleteAnswer(send(hurried, here()));
  }

  @Test
  void aConnectionThatIsNeverAcceptedIsNotWaitedFor() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertNoCompleteAnswer(
          send(hurried, WebhookUrl.of("https://127.0.0.1:" + silent.getLocalPort())));
    }
  }

  @Test
  void aNameServerThatHangsIsNotWaitedFor() throws IOException {
    HttpWebhookSender lost =
        new HttpWebhookSender(
            THIS_MACHINE,
            name -> {
              awaitEndOfTest();
              return InetAddress.getAllByName(name);
            },
            SHORT);

    assertNoCompleteAnswer(send(lost, here()));
    lost.close();
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1",
    "10.0.0.1",
    "172.16.3.4",
    "192.168.1.1",
    "169.254.169.254",
    "100.100.100.200",
    "0.0.0.0",
    "::1",
    "fe80::1",
    "fd00:ec2::254",
    "64:ff9b::7f00:1"
  })
  void aNameThatLeadsToAPrivateAddressIsRefused(String address) throws IOException {
    HttpWebhookSender strict =
        new HttpWebhookSender(
            allowing(), name -> addresses("93.184.215.14", address), SendingLimits.USUAL);

    assertThat(send(strict, WebhookUrl.of("https://harmless.example:" + receiver.port())))
        .isInstanceOfSatisfying(
            Answer.Failed.class,
            failed ->
                assertThat(failed.reason())
                    .startsWith("nothing is sent to harmless.example, which is the address"));
    assertThat(receiver.requests()).isEmpty();
    strict.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://127.0.0.1",
        "https://[::1]",
        "https://10.0.0.1",
        "https://169.254.169.254",
        "https://localhost",
        "https://2130706433"
      })
  void anAddressInTheUrlIsRefusedAsWell(String url) throws IOException {
    HttpWebhookSender strict =
        new HttpWebhookSender(allowing(), new SystemNameService(), SendingLimits.USUAL);

    assertThat(send(strict, WebhookUrl.of(url + ":" + receiver.port())))
        .isInstanceOf(Answer.Failed.class);
    assertThat(receiver.requests()).isEmpty();
    strict.close();
  }

  @Test
  void whoCannotProveItsNameIsSentNothing(@TempDir Path folder) throws Exception {
    HttpsServer impostor =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    impostor.setHttpsConfigurator(new HttpsConfigurator(SelfSigned.context(folder)));
    impostor.start();

    Answer answer =
        send(sender, WebhookUrl.of("https://127.0.0.1:" + impostor.getAddress().getPort()));

    assertThat(answer)
        .isInstanceOfSatisfying(
            Answer.Failed.class,
            failed -> assertThat(failed.reason()).startsWith("no agreement on TLS"));
    impostor.stop(0);
  }

  /** Between the check and the connection there is no second look at the name. */
  @Test
  void theAddressThatWasCheckedIsTheOneThatIsConnectedTo() throws IOException {
    int[] asked = {0};
    HttpWebhookSender rebound =
        new HttpWebhookSender(
            THIS_MACHINE,
            name -> {
              asked[0]++;
              return addresses(asked[0] == 1 ? "127.0.0.1" : "10.0.0.1");
            },
            SendingLimits.USUAL);

    Answer answer = send(rebound, WebhookUrl.of("http://shop.example:" + receiver.port()));

    assertThat(answer.isSuccess()).isTrue();
    assertThat(asked[0]).isEqualTo(1);
    assertThat(receiver.requests().getLast().header("host"))
        .isEqualTo("shop.example:" + receiver.port());
    rebound.close();
  }

  @Test
  void whatIsNotEncryptedOnlyGoesToAllowedNetworks() throws IOException {
    HttpWebhookSender strict =
        new HttpWebhookSender(
            allowing("10.0.0.0/8"), _ -> addresses("93.184.215.14"), SendingLimits.USUAL);

    assertThat(send(strict, WebhookUrl.of("http://shop.example")))
        .isInstanceOf(Answer.Failed.class);
    assertThat(strict.objectionTo(WebhookUrl.of("http://93.184.215.14"))).isPresent();
    assertThat(strict.objectionTo(WebhookUrl.of("http://10.1.2.3"))).isEmpty();
    assertThat(strict.objectionTo(WebhookUrl.of("http://shop.example"))).isEmpty();
    strict.close();
  }

  @Test
  void withoutAllowedNetworksNothingGoesUnencrypted() throws IOException {
    HttpWebhookSender strict =
        new HttpWebhookSender(allowing(), new SystemNameService(), SendingLimits.USUAL);

    assertThat(strict.objectionTo(WebhookUrl.of("http://shop.example")))
        .hasValueSatisfying(objection -> assertThat(objection).contains("https://"));
    assertThat(strict.objectionTo(WebhookUrl.of("https://[::1]/hooks"))).isPresent();
    assertThat(strict.objectionTo(WebhookUrl.of("https://93.184.215.14/hooks"))).isEmpty();
    strict.close();
  }

  private Answer send(WebhookSender by, WebhookUrl url) {
    return by.send(url, message, List.of(SECRET), Instant.now());
  }

  private WebhookUrl here() {
    return WebhookUrl.of(receiver.address());
  }

  private static void assertNoCompleteAnswer(Answer answer) {
    assertThat(answer)
        .isInstanceOfSatisfying(
            Answer.Failed.class,
            failed -> assertThat(failed.reason()).isEqualTo("no complete answer within 500 ms"));
  }

  private void awaitEndOfTest() {
    try {
      testIsOver.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static OutboundNetworks allowing(String... ranges) {
    return new OutboundNetworks(
        Stream.of(ranges).map(range -> NetworkRange.parse(range).orElseThrow()).toList());
  }

  private static InetAddress[] addresses(String... addresses) {
    return Stream.of(addresses).map(InetAddress::ofLiteral).toArray(InetAddress[]::new);
  }
}
