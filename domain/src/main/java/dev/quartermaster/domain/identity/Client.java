package dev.quartermaster.domain.identity;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * The program by which somebody signs in, as far as it shows itself. Nothing of it is proven; it
 * helps people to tell their sessions from others'.
 *
 * @param address its network address, such as {@code 203.0.113.7}; empty when it is not known
 * @param userAgent what it calls itself, cut after {@value #MAX_USER_AGENT_LENGTH} characters;
 *     empty when it does not say
 */
public record Client(String address, String userAgent) {
  public static final int MAX_USER_AGENT_LENGTH = 256;

  /** How many bytes of an IPv6 address a provider gives to one customer. */
  private static final int NETWORK_BYTES = 8;

  private static final Pattern CONTROL_CHARACTERS = Pattern.compile("\\p{Cntrl}+");

  public Client {
    userAgent = cut(CONTROL_CHARACTERS.matcher(userAgent).replaceAll(" ").strip());
  }

  /**
   * What of the address its owner can't change at will, for counting what they do: of an IPv6
   * address the network, since whoever has one address of a network has them all. What is no
   * address counts as it is.
   */
  public String network() {
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

  private static String cut(String text) {
    return text.codePointCount(0, text.length()) <= MAX_USER_AGENT_LENGTH
        ? text
        : text.substring(0, text.offsetByCodePoints(0, MAX_USER_AGENT_LENGTH));
  }
}
