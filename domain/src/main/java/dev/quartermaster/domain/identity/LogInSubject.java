package dev.quartermaster.domain.identity;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * What failed log-ins are counted for.
 *
 * @param name tells one from all others, and is safe to store: it names no account by its address
 */
public record LogInSubject(String name) {
  /** How many bytes of an IPv6 address a provider gives to one customer. */
  private static final int NETWORK_BYTES = 8;

  /**
   * An account, whether or not it exists.
   *
   * @param digest of the address that somebody typed
   */
  public static LogInSubject account(String digest) {
    return new LogInSubject("account:" + digest);
  }

  /**
   * Where somebody logs in from. Of an IPv6 address the network alone counts, since whoever has one
   * address of a network has them all.
   *
   * @param address a network address in its usual form; anything else counts as it is
   */
  public static LogInSubject address(String address) {
    return new LogInSubject("address:" + network(address));
  }

  private static String network(String address) {
    try {
      InetAddress parsed = InetAddress.ofLiteral(address);
      return parsed instanceof Inet6Address six
          ? networkOf(six).getHostAddress() + "/" + NETWORK_BYTES * Byte.SIZE
          : parsed.getHostAddress();
    } catch (IllegalArgumentException notAnAddress) {
      return address;
    }
  }

  private static InetAddress networkOf(Inet6Address address) {
    byte[] bytes = address.getAddress();
    Arrays.fill(bytes, NETWORK_BYTES, bytes.length, (byte) 0);
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException("an address of " + bytes.length + " bytes", impossible);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
