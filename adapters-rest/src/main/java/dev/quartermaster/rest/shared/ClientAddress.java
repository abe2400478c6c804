package dev.quartermaster.rest.shared;

import dev.quartermaster.domain.shared.NetworkRange;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Tells from which network address a request comes, and whether over TLS. What the headers {@code
 * X-Forwarded-For} and {@code X-Forwarded-Proto} say counts only as far as trusted proxies say it:
 * everybody else may write there what they like.
 */
@Singleton
public final class ClientAddress {
  private static final String KEY = ClientAddress.class.getName();
  private static final int IPV6_NETWORK_BITS = 64;
  // Some proxies name the port too: 203.0.113.7:4711 or [2001:db8::7]:4711.
  private static final Pattern WITH_PORT =
      Pattern.compile("\\[([^]]+)](?::\\d{1,5})?|(\\d[\\d.]*):\\d{1,5}");

  private final List<NetworkRange> trustedProxies;

  @Inject
  ClientAddress(
      @ConfigProperty(name = "quartermaster.trusted-proxies") Optional<List<String>> trusted) {
    this(trusted.orElse(List.of()));
  }

  ClientAddress(List<String> trustedProxies) {
    this.trustedProxies =
        trustedProxies.stream()
            .map(
                range ->
                    NetworkRange.parse(range)
                        .orElseThrow(
                            () -> new IllegalArgumentException("not an address: " + range)))
            .toList();
  }

  /** The address, in its usual form, such as {@code 203.0.113.7}. */
  public String of(RoutingContext context) {
    return find(context).getHostAddress();
  }

  /**
   * What a client can't easily change of its address, for counting what it does: of an IPv6 address
   * the first 64 bits, as everybody has all addresses below them.
   */
  public String networkOf(RoutingContext context) {
    InetAddress address = find(context);
    return address instanceof Inet6Address
        ? firstOfNetwork(address).getHostAddress() + "/" + IPV6_NETWORK_BITS
        : address.getHostAddress();
  }

  /** Whether the client spoke TLS, with this server or with a trusted proxy. */
  boolean isSecure(RoutingContext context) {
    HttpServerRequest request = context.request();
    return request.isSSL()
        || (!trustedProxies.isEmpty()
            && isTrusted(peer(request))
            && forwarded(request, "X-Forwarded-Proto")
                .reduce((_, last) -> last)
                .filter("https"::equalsIgnoreCase)
                .isPresent());
  }

  private InetAddress find(RoutingContext context) {
    InetAddress known = context.get(KEY);
    if (known != null) {
      return known;
    }
    InetAddress found =
        of(peer(context.request()), forwarded(context.request(), "X-Forwarded-For").toList());
    context.put(KEY, found);
    return found;
  }

  /**
   * Walks from the peer towards the client for as long as trusted proxies tell the way.
   *
   * @param forwardedFor who asked whom, the nearest last
   */
  InetAddress of(InetAddress peer, List<String> forwardedFor) {
    InetAddress nearest = peer;
    for (String next : forwardedFor.reversed()) {
      if (!isTrusted(nearest)) {
        return nearest;
      }
      Optional<InetAddress> address = NetworkRange.address(withoutPort(next));
      if (address.isEmpty()) {
        return nearest;
      }
      nearest = address.get();
    }
    return nearest;
  }

  private boolean isTrusted(InetAddress address) {
    return trustedProxies.stream().anyMatch(range -> range.contains(address));
  }

  private static Stream<String> forwarded(HttpServerRequest request, String header) {
    return request.headers().getAll(header).stream()
        .flatMap(line -> Arrays.stream(line.split(",", -1)))
        .map(String::strip);
  }

  private static String withoutPort(String text) {
    Matcher matcher = WITH_PORT.matcher(text);
    if (!matcher.matches()) {
      return text;
    }
    return matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
  }

  private static InetAddress peer(HttpServerRequest request) {
    String address = request.remoteAddress().hostAddress();
    int zone = address.indexOf('%');
    return InetAddress.ofLiteral(zone < 0 ? address : address.substring(0, zone));
  }

  private static InetAddress firstOfNetwork(InetAddress address) {
    byte[] network = Arrays.copyOf(address.getAddress(), address.getAddress().length);
    Arrays.fill(network, IPV6_NETWORK_BITS / Byte.SIZE, network.length, (byte) 0);
    try {
      return InetAddress.getByAddress(network);
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException("it has as many bytes as the address", impossible);
    }
  }
}
