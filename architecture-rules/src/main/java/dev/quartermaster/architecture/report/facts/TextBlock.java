package dev.quartermaster.architecture.report.facts;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A heading, a paragraph or a list of a document.
 *
 * @param kind which of them
 * @param lines the heading or the paragraph as one line, the list as one for each item
 */
public record TextBlock(Kind kind, List<String> lines) {
  public TextBlock {
    lines = List.copyOf(lines);
  }

  /** Each line in pieces of prose and of code. */
  public List<List<Piece>> pieces() {
    return lines.stream().map(TextBlock::pieces).toList();
  }

  private static List<Piece> pieces(String line) {
    String[] parts = line.split("`", -1);
    return IntStream.range(0, parts.length)
        .filter(index -> !parts[index].isEmpty())
        .mapToObj(index -> new Piece(parts[index], index % 2 == 1))
        .toList();
  }

  /**
   * @param text what it says
   * @param code whether that is code
   */
  public record Piece(String text, boolean code) {}

  /** What a block can be. */
  public enum Kind {
    HEADING,
    PARAGRAPH,
    BULLETS,
    STEPS
  }
}
