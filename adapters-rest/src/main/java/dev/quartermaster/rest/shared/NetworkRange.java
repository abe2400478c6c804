package dev.quartermaster.rest.shared;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The addresses that begin with the same bits. An IPv4 address that is written as an IPv6 one
 * ({@code ::ffff:203.0.113.7}) is that IPv4 address.
 */
public final class NetworkRange {
  private static final Pattern FORM = Pattern.compile("([^/]+)(?:/(\\d{1,3}))?");
  private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
  private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
  private static final int MAPPED_BITS = 96;

  private final byte[] first;
  private final int length;

  private NetworkRange(byte[] first, int length) {
    this.first = first;
    this.length = length;
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
                  : Optional.of(around(address, prefix));
            });
  }

  /** The range of those addresses that share so many first bits with this one. */
  static NetworkRange around(InetAddress address, int length) {
    return new NetworkRange(masked(address.getAddress(), length), length);
  }

  /** Reads an address, and asks no name server for it. */
  static Optional<InetAddress> address(String text) {
    if (!IPV4.matcher(text).matches() && !IPV6.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.ofLiteral(text));
    } catch (IllegalArgumentException notAnAddress) {
      return Optional.empty();
    }
  }

  boolean contains(InetAddress address) {
    byte[] bytes = address.getAddress();
    return bytes.length == first.length && Arrays.equals(masked(bytes, length), first);
  }

  /** A range that is written with mapped addresses counts the bits of those. */
  private static int prefix(String written, InetAddress address, String length) {
    boolean isMapped = address instanceof Inet4Address && written.contains(":");
    return Integer.parseInt(length) - (isMapped ? MAPPED_BITS : 0);
  }

  private static byte[] masked(byte[] address, int length) {
    byte[] masked = new byte[address.length];
    for (int index = 0; index < masked.length; index++) {
      int kept = Math.clamp((long) length - (long) Byte.SIZE * index, 0, Byte.SIZE);
      masked[index] = (byte) (address[index] & (0xFF << (Byte.SIZE - kept)));
    }
    return masked;
  }
}
