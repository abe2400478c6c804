package dev.quartermaster.security.identity;

/**
 * Base32 (RFC 4648) without padding, for whole numbers of five bytes, which need none; the form in
 * which authenticator apps take secrets.
 */
final class Base32 {
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int GROUP_BYTES = 5;
  private static final int GROUP_CHARACTERS = 8;
  private static final int BITS = 5;
  private static final int MASK = (1 << BITS) - 1;

  private Base32() {}

  /** The text of the bytes. */
  static String encode(byte[] bytes) {
    checkWhole(bytes.length, GROUP_BYTES);
    StringBuilder text = new StringBuilder();
    for (int start = 0; start < bytes.length; start += GROUP_BYTES) {
      long group = 0;
      for (int at = start; at < start + GROUP_BYTES; at++) {
        group = (group << Byte.SIZE) | Byte.toUnsignedLong(bytes[at]);
      }
      for (int at = GROUP_CHARACTERS - 1; at >= 0; at--) {
        text.append(ALPHABET.charAt((int) (group >>> (at * BITS)) & MASK));
      }
    }
    return text.toString();
  }

  /**
   * The bytes of the text.
   *
   * @throws IllegalArgumentException when it is not of that form
   */
  static byte[] decode(String text) {
    checkWhole(text.length(), GROUP_CHARACTERS);
    byte[] bytes = new byte[text.length() / GROUP_CHARACTERS * GROUP_BYTES];
    for (int start = 0; start < text.length(); start += GROUP_CHARACTERS) {
      long group = 0;
      for (int at = start; at < start + GROUP_CHARACTERS; at++) {
        group = (group << BITS) | valueOf(text.charAt(at));
      }
      int end = start / GROUP_CHARACTERS * GROUP_BYTES + GROUP_BYTES;
      for (int back = 1; back <= GROUP_BYTES; back++) {
        bytes[end - back] = (byte) group;
        group >>>= Byte.SIZE;
      }
    }
    return bytes;
  }

  private static int valueOf(char character) {
    int value = ALPHABET.indexOf(character);
    if (value < 0) {
      throw new IllegalArgumentException("not base32");
    }
    return value;
  }

  private static void checkWhole(int length, int group) {
    if (length % group != 0) {
      throw new IllegalArgumentException("not a whole number of groups of " + group);
    }
  }
}
