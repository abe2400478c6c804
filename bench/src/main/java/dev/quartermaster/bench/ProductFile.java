package dev.quartermaster.bench;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A file of made-up products, a JSON object in each line, made while it is read. */
final class ProductFile extends InputStream {
  private static final int LINES_AT_ONCE = 200;
  private static final String[] ADJECTIVES = {
    "white", "red", "blue", "vintage", "hanging", "wooden", "metal", "pink", "round", "small"
  };
  private static final String[] THINGS = {
    "heart", "lantern", "mug", "cushion", "basket", "candle", "clock", "frame", "bag", "tray"
  };

  private final int products;
  private int made;
  private byte[] lines = {};
  private int position;

  ProductFile(int products) {
    this.products = products;
  }

  /** A word that is in the names of some of the products. */
  static String word(int number) {
    return THINGS[number % THINGS.length] + " " + number;
  }

  @Override
  public int read() {
    return isOver() ? -1 : lines[position++] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int most) {
    if (isOver()) {
      return -1;
    }
    int length = Math.min(most, lines.length - position);
    System.arraycopy(lines, position, buffer, offset, length);
    position += length;
    return length;
  }

  private boolean isOver() {
    if (position == lines.length) {
      StringBuilder next = new StringBuilder();
      for (int line = 0; line < LINES_AT_ONCE && made < products; line++) {
        next.append(line(made++)).append('\n');
      }
      lines = next.toString().getBytes(StandardCharsets.UTF_8);
      position = 0;
    }
    return lines.length == 0;
  }

  private static String line(int number) {
    return """
    {"sku":"M-%d","name":"%s %s","description":"A %s of the %s kind.","category":"category-%d",\
    "price":{"amount":%d,"currency":"GBP"},"attributes":{"colour":"%s","weight":%d}}"""
        .formatted(
            number,
            ADJECTIVES[number / THINGS.length % ADJECTIVES.length],
            word(number),
            THINGS[number % THINGS.length],
            ADJECTIVES[number / THINGS.length % ADJECTIVES.length],
            number % 200,
            100 + number % 10_000,
            ADJECTIVES[number % ADJECTIVES.length],
            number % 500);
  }
}
