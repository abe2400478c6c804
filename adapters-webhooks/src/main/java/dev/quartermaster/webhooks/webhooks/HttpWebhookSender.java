package dev.quartermaster.webhooks.webhooks;

import dev.quartermaster.domain.shared.NetworkRange;
import dev.quartermaster.domain.shared.OutboundNetworks;
import dev.quartermaster.domain.webhooks.Answer;
import dev.quartermaster.domain.webhooks.Message;
import dev.quartermaster.domain.webhooks.SigningSecret;
import dev.quartermaster.domain.webhooks.WebhookSender;
import dev.quartermaster.domain.webhooks.WebhookUrl;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.StringEntity;

/**
 * Sends by HTTP. Each exchange has a virtual thread of its own, which is left to itself when the
 * time is over, so that no receiver can keep us longer, whatever it does.
 */
@Singleton
final class HttpWebhookSender implements WebhookSender {
  private static final String PLAIN =
      "must begin with https://, unless it leads to a network that this server allows";

  private final OutboundNetworks networks;
  private final NameService names;
  private final SendingLimits limits;
  private final ReceiverClients clients;
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("webhook-", 0).factory());

  @Inject
  HttpWebhookSender(OutboundNetworks networks) {
    this(networks, new SystemNameService(), SendingLimits.USUAL);
  }

  HttpWebhookSender(OutboundNetworks networks, NameService names, SendingLimits limits) {
    this.networks = networks;
    this.names = names;
    this.limits = limits;
    this.clients = ReceiverClients.of(networks, names, limits);
  }

  @Override
  public Optional<String> objectionTo(WebhookUrl url) {
    if (!url.isEncrypted() && networks.allowed().isEmpty()) {
      return Optional.of(PLAIN);
    }
    return NetworkRange.address(withoutBrackets(url.value().getHost()))
        .filter(address -> url.isEncrypted() ? !networks.permit(address) : !networks.allow(address))
        .map(_ -> url.isEncrypted() ? "must not lead to a private or reserved address" : PLAIN);
  }

  @Override
  public Answer send(WebhookUrl url, Message message, List<SigningSecret> secrets, Instant at) {
    HttpPost request = new HttpPost(url.value());
    request.setHeader(MessageSignature.ID, message.eventId());
    request.setHeader(MessageSignature.TIMESTAMP, at.getEpochSecond());
    request.setHeader(MessageSignature.SIGNATURE, MessageSignature.of(message, at, secrets));
    request.setEntity(new StringEntity(message.body(), ContentType.APPLICATION_JSON));
    return bounded(
        request,
        threads.submit(
            () ->
                exchange(
                    url.isEncrypted() ? clients.encrypted() : clients.plain(),
                    HttpHost.create(url.value()),
                    request)));
  }

  private Answer bounded(HttpPost request, Future<Answer> exchange) {
    try {
      return exchange.get(limits.whole().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      abandon(request, exchange);
      return new Answer.Failed(
          "no complete answer within %d ms".formatted(limits.whole().toMillis()));
    } catch (InterruptedException stopped) {
      abandon(request, exchange);
      Thread.currentThread().interrupt();
      return new Answer.Failed("the server was stopped meanwhile");
    } catch (ExecutionException failure) {
      return new Answer.Failed(
          AnswerText.printable(reason(Objects.requireNonNull(failure.getCause()))));
    }
  }

  private static void abandon(HttpPost request, Future<Answer> exchange) {
    request.abort();
    exchange.cancel(true);
  }

  private static Answer exchange(CloseableHttpClient client, HttpHost receiver, HttpPost request)
      throws IOException {
    ClassicHttpResponse response = client.executeOpen(receiver, request, null);
    byte[] body = body(response);
    if (body.length == SendingLimits.MAX_BYTES) {
      // Takes the connection with it; whoever closes an answer reads it to its end first.
      request.abort();
    } else {
      response.close();
    }
    return new Answer.Received(response.getCode(), AnswerText.excerpt(body));
  }

  /** An answer that breaks off takes its connection with it. */
  private static byte[] body(ClassicHttpResponse response) throws IOException {
    return response.getEntity() == null
        ? new byte[0]
        : response.getEntity().getContent().readNBytes(SendingLimits.MAX_BYTES);
  }

  private static String reason(Throwable failure) {
    return switch (failure) {
      case UnknownHostException unknown -> String.valueOf(unknown.getMessage());
      case ConnectException refused -> "no connection: " + refused.getMessage();
      case SSLException refused -> "no agreement on TLS: " + refused.getMessage();
      case SocketTimeoutException _ -> "the receiver does not answer";
      default -> "the exchange failed: " + failure;
    };
  }

  private static String withoutBrackets(String host) {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  @PreDestroy
  void close() throws IOException {
    threads.shutdownNow();
    clients.close();
    if (names instanceof SystemNameService system) {
      system.close();
    }
  }
}
