package dev.quartermaster.rest.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FileLinesTest {
  @Test
  void numbersLinesAndLeavesBlankOnesOut() {
    assertThat(lines("a\n\n  \nb\r\nc", false))
        .containsExactly(line(1, "a"), line(4, "b"), line(5, "c"));
    assertThat(lines("", false)).isEmpty();
    assertThat(lines("\n\n", false)).isEmpty();
    assertThat(lines("a\n", false)).containsExactly(line(1, "a"));
  }

  @Test
  void aLineBreakBetweenQuotesIsPartOfTheLine() {
    assertThat(lines("a,\"b\nc\"\nd,\"\"\"\n\"\ne", true))
        .containsExactly(line(1, "a,\"b\nc\""), line(3, "d,\"\"\"\n\""), line(5, "e"));
    assertThat(lines("a,\"b\nc\"", false)).containsExactly(line(1, "a,\"b"), line(2, "c\""));
  }

  @Test
  void theMarkOfTheByteOrderIsNoPartOfTheFile() {
    assertThat(lines("\uFEFFa\n\uFEFFb", false)).containsExactly(line(1, "a"), line(2, "\uFEFFb"));
  }

  @Test
  void takesTheLongestLineAndNoneThatIsLonger() {
    String longest = "x".repeat(FileLines.MAX_LENGTH);
    assertThat(lines(longest + "\n" + longest + "x\nb", false))
        .satisfiesExactly(
            first -> assertThat(first).isEqualTo(line(1, longest)),
            second -> {
              assertThat(second.number()).isEqualTo(2);
              assertThat(second.fault()).contains("must have at most 262144 bytes");
            },
            third -> assertThat(third).isEqualTo(line(3, "b")));
  }

  @Test
  void aQuoteThatIsNeverClosedCostsItsOwnLinesAlone() {
    String endless = "\"" + "x".repeat(FileLines.MAX_LENGTH);
    assertThat(lines(endless + "\nb", true))
        .extracting(FileLine::number, line -> line.fault().isPresent())
        .containsExactly(tuple(1L, true), tuple(2L, false));
  }

  @Test
  void whatIsNotUtf8IsAFault() {
    byte[] file = "ä\nb".getBytes(StandardCharsets.ISO_8859_1);
    FileLines lines = new FileLines(new ByteArrayInputStream(file), false);
    assertThat(lines.next().fault()).contains("must be in UTF-8");
    assertThat(lines.next()).isEqualTo(line(2, "b"));
    assertThat(lines.hasNext()).isFalse();
  }

  private static List<FileLine> lines(String file, boolean quotes) {
    List<FileLine> read = new ArrayList<>();
    new FileLines(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), quotes)
        .forEachRemaining(read::add);
    return read;
  }

  private static FileLine line(long number, String text) {
    return new FileLine(number, text, Optional.empty());
  }
}
