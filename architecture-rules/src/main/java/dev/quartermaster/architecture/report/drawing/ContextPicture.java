package dev.quartermaster.architecture.report.drawing;

import dev.quartermaster.architecture.report.drawing.Picture.Arrow;
import dev.quartermaster.architecture.report.drawing.Picture.Box;
import dev.quartermaster.architecture.report.drawing.Picture.Label;
import dev.quartermaster.architecture.report.facts.Architecture;
import dev.quartermaster.architecture.report.facts.ContextFacts;
import dev.quartermaster.architecture.report.facts.Join;
import dev.quartermaster.architecture.report.facts.Use;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Draws the contexts as a column in which users stand above what they use: on the right whose types
 * a context uses, on the left whom it asks through a port. What points upwards closes a circle.
 */
public final class ContextPicture {
  private static final int WIDTH = 420;
  private static final int BOX_WIDTH = 196;
  private static final int BOX_HEIGHT = 52;
  private static final int STEP = 86;
  private static final int LEFT = (WIDTH - BOX_WIDTH) / 2;
  private static final int RIGHT = LEFT + BOX_WIDTH;
  private static final int TOP = 36;

  private final Architecture architecture;
  private final List<String> shared;
  private final Map<String, Integer> rows = new HashMap<>();
  private final List<Box> boxes = new ArrayList<>();
  private final List<Arrow> arrows = new ArrayList<>();

  private ContextPicture(Architecture architecture) {
    this.architecture = architecture;
    this.shared =
        architecture.contexts().stream()
            .filter(this::isUsedByAllOthers)
            .map(ContextFacts::name)
            .toList();
  }

  /** Draws the contexts of a house. */
  public static Picture of(Architecture architecture) {
    return new ContextPicture(architecture).draw();
  }

  private Picture draw() {
    architecture.contexts().forEach(this::place);
    architecture.contexts().forEach(this::drawUses);
    architecture.joins().stream()
        .map(join -> Map.entry(join.from(), join.to()))
        .distinct()
        .forEach(ends -> arc(ends.getKey(), ends.getValue(), -1, "asks"));
    return new Picture(
        "contexts",
        "The contexts and what they depend on",
        description(),
        WIDTH,
        TOP + architecture.contexts().size() * STEP - STEP + BOX_HEIGHT + 8,
        List.of(),
        arrows,
        boxes,
        List.of(
            new Label(LEFT - 56, 18, "asks by port", "note"),
            new Label(RIGHT + 56, 18, "uses types", "note")));
  }

  private boolean isUsedByAllOthers(ContextFacts context) {
    return architecture.contexts().size() > 2
        && context.uses().isEmpty()
        && architecture.contexts().stream()
            .allMatch(other -> other.equals(context) || usedBy(other).contains(context.name()));
  }

  private static List<String> usedBy(ContextFacts context) {
    return context.uses().stream().map(Use::name).toList();
  }

  private void place(ContextFacts context) {
    int row = rows.size();
    rows.put(context.name(), row);
    boolean everywhere = shared.contains(context.name());
    String note =
        everywhere
            ? "used by every context"
            : "%d use cases, %d out-ports"
                .formatted(context.inPorts().size(), context.outPorts().size());
    boxes.add(
        new Box(
            everywhere ? 4 : LEFT,
            TOP + row * STEP,
            everywhere ? WIDTH - 8 : BOX_WIDTH,
            BOX_HEIGHT,
            context.name(),
            note,
            everywhere ? "shared" : "context"));
  }

  private void drawUses(ContextFacts context) {
    usedBy(context).stream()
        .filter(used -> !shared.contains(used))
        .forEach(used -> arc(context.name(), used, 1, "uses"));
  }

  /** Bows out the further the ends are apart, so that no arc runs into another's box. */
  private void arc(String from, String to, int side, String look) {
    Integer fromRow = rows.get(from);
    Integer toRow = rows.get(to);
    if (fromRow == null || toRow == null) {
      return;
    }
    int distance = toRow - fromRow;
    int bow = side * Math.min(100, 26 + 24 * Math.abs(distance));
    int x = side > 0 ? RIGHT : LEFT;
    int fromY = TOP + fromRow * STEP + BOX_HEIGHT / 2 + Integer.signum(distance) * 9;
    int toY = TOP + toRow * STEP + BOX_HEIGHT / 2 - Integer.signum(distance) * 9;
    arrows.add(
        new Arrow(
            "M%d %d C%d %d %d %d %d %d"
                .formatted(x, fromY, x + bow, fromY, x + bow, toY, x + 3 * side, toY),
            distance > 0 ? look : "unlawful"));
  }

  private String description() {
    List<String> sentences = new ArrayList<>();
    for (ContextFacts context : architecture.contexts()) {
      List<String> uses = usedBy(context);
      sentences.add(
          context.name() + (uses.isEmpty() ? " uses none." : " uses types of " + list(uses) + "."));
    }
    for (Join join : architecture.joins()) {
      sentences.add(join.from() + " asks " + join.to() + " by " + join.outPort() + ".");
    }
    return String.join(" ", sentences);
  }

  private static String list(List<String> names) {
    return String.join(", ", names);
  }
}
