package dev.quartermaster.domain.shared;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The addresses that begin with the same bits. An IPv4 address that is written as an IPv6 one
 * ({@code ::ffff:203.0.113.7}) is that IPv4 address.
 *
 * @param first the first of them
 * @param length how many bits they share
 */
public record NetworkRange(InetAddress first, int length) {
  private static final Pattern FORM = Pattern.compile("([^/]+)(?:/(\\d{1,3}))?");
  private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
  private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
  private static final int MAPPED_BITS = 96;

  public NetworkRange {
    first = masked(first, length);
  }

  /**
   * Reads an address or a range such as {@code 10.0.0.0/8}.
   *
   * @return empty when it is neither
   */
  public static Optional<NetworkRange> parse(String text) {
    Matcher matcher = FORM.matcher(text.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String written = matcher.group(1);
    String length = matcher.group(2);
    return address(written)
        .flatMap(
            address -> {
              int bits = Byte.SIZE * address.getAddress().length;
              int prefix = length == null ? bits : prefix(written, address, length);
              return prefix < 0 || prefix > bits
                  ? Optional.empty()
                  : Optional.of(new NetworkRange(address, prefix));
            });
  }

  /** Reads an address, and asks no name server for it. */
  public static Optional<InetAddress> address(String text) {
    if (!IPV4.matcher(text).matches() && !IPV6.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.ofLiteral(text));
    } catch (IllegalArgumentException notAnAddress) {
      return Optional.empty();
    }
  }

  /** Whether the address is one of them. */
  public boolean contains(InetAddress address) {
    return address.getAddress().length == first.getAddress().length
        && masked(address, length).equals(first);
  }

  /** A range that is written with mapped addresses counts the bits of those. */
  private static int prefix(String written, InetAddress address, String length) {
    boolean isMapped = address instanceof Inet4Address && written.contains(":");
    return Integer.parseInt(length) - (isMapped ? MAPPED_BITS : 0);
  }

  private static InetAddress masked(InetAddress address, int length) {
    byte[] masked = address.getAddress();
    for (int index = 0; index < masked.length; index++) {
      int kept = Math.clamp((long) length - (long) Byte.SIZE * index, 0, Byte.SIZE);
      masked[index] = (byte) (masked[index] & (0xFF << (Byte.SIZE - kept)));
    }
    try {
      return InetAddress.getByAddress(masked);
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException("it has as many bytes as the address", impossible);
    }
  }
}
