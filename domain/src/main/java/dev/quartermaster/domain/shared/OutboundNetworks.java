package dev.quartermaster.domain.shared;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where we connect when somebody else names the address: to those that are open to all, and never
 * to what only we can reach. What the registries of IANA reserve is not open, and neither are the
 * addresses at which clouds tell a machine its credentials.
 *
 * @param allowed networks that we connect to although they are not open
 * @see <a href="https://www.iana.org/assignments/iana-ipv4-special-registry">IPv4</a>
 * @see <a href="https://www.iana.org/assignments/iana-ipv6-special-registry">IPv6</a>
 */
public record OutboundNetworks(List<NetworkRange> allowed) {
  /** An IPv4 address behind a translator: its last four bytes (RFC 6052). */
  private static final NetworkRange TRANSLATED = range("64:ff9b::/96");

  /** What is given to networks on the internet; the rest of IPv6 is for other uses. */
  private static final NetworkRange GLOBAL_IPV6 = range("2000::/3");

  private static final List<NetworkRange> RESERVED =
      Stream.of(
              "0.0.0.0/8",
              "10.0.0.0/8",
              "100.64.0.0/10",
              "127.0.0.0/8",
              "169.254.0.0/16",
              "172.16.0.0/12",
              "192.0.0.0/24",
              "192.0.2.0/24",
              "192.88.99.0/24",
              "192.168.0.0/16",
              "198.18.0.0/15",
              "198.51.100.0/24",
              "203.0.113.0/24",
              "224.0.0.0/4",
              "240.0.0.0/4",
              // Azure's, which no registry tells of.
              "168.63.129.16",
              // Protocols of the IETF, Teredo among them.
              "2001::/23",
              "2001:db8::/32",
              // 6to4, which leads to any IPv4 address.
              "2002::/16",
              "3fff::/20")
          .map(OutboundNetworks::range)
          .toList();

  public OutboundNetworks {
    allowed = List.copyOf(allowed);
  }

  /** Whether we connect to the address. */
  public boolean permit(InetAddress address) {
    return allow(address) || isOpen(meant(address));
  }

  /** Whether the address is in one of the networks that were allowed on purpose. */
  public boolean allow(InetAddress address) {
    InetAddress meant = meant(address);
    return allowed.stream().anyMatch(range -> range.contains(address) || range.contains(meant));
  }

  private static boolean isOpen(InetAddress address) {
    return (address instanceof Inet4Address || GLOBAL_IPV6.contains(address))
        && RESERVED.stream().noneMatch(range -> range.contains(address));
  }

  /** The IPv4 address that an IPv6 one stands for, if it does. */
  private static InetAddress meant(InetAddress address) {
    if (!(address instanceof Inet6Address) || !TRANSLATED.contains(address)) {
      return address;
    }
    byte[] bytes = address.getAddress();
    try {
      return InetAddress.getByAddress(
          Arrays.copyOfRange(bytes, bytes.length - Integer.BYTES, bytes.length));
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException("four bytes are an address", impossible);
    }
  }

  private static NetworkRange range(String text) {
    return NetworkRange.parse(text).orElseThrow();
  }
}
