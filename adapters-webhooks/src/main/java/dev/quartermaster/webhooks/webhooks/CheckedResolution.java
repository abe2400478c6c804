package dev.quartermaster.webhooks.webhooks;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.function.Predicate;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves the name that the client is about to connect to, and refuses the connection when any of
 * the addresses is none to connect to. The client connects to these addresses and asks nobody
 * again, so a name that changes its mind gains nothing; TLS still verifies the name.
 *
 * @param names knows the addresses
 * @param permitted to which of them we connect
 */
record CheckedResolution(NameService names, Predicate<InetAddress> permitted)
    implements DnsResolver {
  /** As each of them may take as long to not answer. */
  private static final int MAX_ADDRESSES = 2;

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    InetAddress[] addresses = names.addressesOf(host);
    for (InetAddress address : addresses) {
      if (!permitted.test(address)) {
        throw new AddressRefused(
            "nothing is sent to %s, which is the address %s"
                .formatted(host, address.getHostAddress()));
      }
    }
    return Arrays.copyOf(addresses, Math.min(addresses.length, MAX_ADDRESSES));
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }
}
