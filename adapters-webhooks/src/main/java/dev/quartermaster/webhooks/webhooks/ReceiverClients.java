package dev.quartermaster.webhooks.webhooks;

import dev.quartermaster.domain.shared.OutboundNetworks;
import java.io.IOException;
import java.net.InetAddress;
import java.util.function.Predicate;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * The clients by which messages are sent. They follow no redirects, keep no cookies, repeat
 * nothing, unpack nothing, and know of no proxy. What is not encrypted only goes to networks that
 * were allowed on purpose.
 *
 * @param encrypted for https
 * @param plain for http
 */
record ReceiverClients(CloseableHttpClient encrypted, CloseableHttpClient plain)
    implements AutoCloseable {
  private static final int CONNECTIONS_PER_RECEIVER = 16;
  private static final int CONNECTIONS = 1_000;
  private static final TimeValue CONNECTION_LIFETIME = TimeValue.ofSeconds(60);
  private static final TimeValue IDLE = TimeValue.ofSeconds(10);

  static ReceiverClients of(OutboundNetworks networks, NameService names, SendingLimits limits) {
    return new ReceiverClients(
        client(names, networks::permit, limits), client(names, networks::allow, limits));
  }

  private static CloseableHttpClient client(
      NameService names, Predicate<InetAddress> permitted, SendingLimits limits) {
    return HttpClients.custom()
        .setConnectionManager(
            PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new CheckedResolution(names, permitted))
                .setDefaultConnectionConfig(
                    ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(limits.connecting()))
                        .setSocketTimeout(Timeout.of(limits.whole()))
                        .setTimeToLive(CONNECTION_LIFETIME)
                        .setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS)
                        .build())
                .setDefaultTlsConfig(
                    TlsConfig.custom().setHandshakeTimeout(Timeout.of(limits.connecting())).build())
                .setMaxConnPerRoute(CONNECTIONS_PER_RECEIVER)
                .setMaxConnTotal(CONNECTIONS)
                .build())
        .setDefaultRequestConfig(
            RequestConfig.custom()
                .setConnectionRequestTimeout(Timeout.of(limits.connecting()))
                .setResponseTimeout(Timeout.of(limits.whole()))
                .setProtocolUpgradeEnabled(false)
                .build())
        .setUserAgent("Quartermaster-Webhooks/1")
        .disableRedirectHandling()
        .disableAutomaticRetries()
        .disableCookieManagement()
        .disableAuthCaching()
        .disableContentCompression()
        .evictIdleConnections(IDLE)
        .evictExpiredConnections()
        .build();
  }

  @Override
  public void close() throws IOException {
    encrypted.close();
    plain.close();
  }
}
