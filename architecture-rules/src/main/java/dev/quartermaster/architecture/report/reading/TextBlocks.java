package dev.quartermaster.architecture.report.reading;

import dev.quartermaster.architecture.report.facts.TextBlock;
import dev.quartermaster.architecture.report.facts.TextBlock.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the plain kind of Markdown that decisions are written in. */
final class TextBlocks {
  private static final Pattern HEADING = Pattern.compile("#+ (.*)");
  private static final Pattern BULLET = Pattern.compile("[-*] (.*)");
  private static final Pattern STEP = Pattern.compile("\\d+\\. (.*)");

  private final List<TextBlock> blocks = new ArrayList<>();
  private final List<String> lines = new ArrayList<>();
  private Kind kind = Kind.PARAGRAPH;

  private TextBlocks() {}

  static List<TextBlock> of(List<String> markdown) {
    TextBlocks reader = new TextBlocks();
    markdown.forEach(reader::read);
    reader.close();
    return reader.blocks;
  }

  private void read(String line) {
    Matcher heading = HEADING.matcher(line);
    Matcher bullet = BULLET.matcher(line);
    Matcher step = STEP.matcher(line);
    if (line.isBlank()) {
      close();
    } else if (heading.matches()) {
      close();
      begin(Kind.HEADING, heading.group(1));
      close();
    } else if (bullet.matches()) {
      begin(Kind.BULLETS, bullet.group(1));
    } else if (step.matches()) {
      begin(Kind.STEPS, step.group(1));
    } else if (lines.isEmpty()) {
      begin(Kind.PARAGRAPH, line.strip());
    } else {
      lines.set(lines.size() - 1, lines.getLast() + " " + line.strip());
    }
  }

  private void begin(Kind next, String line) {
    if (kind != next) {
      close();
    }
    kind = next;
    lines.add(line);
  }

  private void close() {
    if (!lines.isEmpty()) {
      blocks.add(new TextBlock(kind, lines));
      lines.clear();
    }
  }
}
