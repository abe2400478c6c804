package dev.quartermaster.architecture.report.drawing;

import dev.quartermaster.architecture.report.drawing.Picture.Box;
import dev.quartermaster.architecture.report.facts.BuildModule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Places modules in rows of at most three. */
final class Rows {
  private static final int PER_ROW = 3;
  private static final int BOX_WIDTH = 120;
  private static final int BOX_HEIGHT = 50;
  private static final int GAP = 12;

  private Rows() {}

  static Map<BuildModule, Box> of(List<BuildModule> modules, int top, int center, String look) {
    Map<BuildModule, Box> boxes = new LinkedHashMap<>();
    for (int index = 0; index < modules.size(); index++) {
      int row = index / PER_ROW;
      int inRow = Math.min(PER_ROW, modules.size() - row * PER_ROW);
      int left = center - (inRow * (BOX_WIDTH + GAP) - GAP) / 2;
      BuildModule module = modules.get(index);
      boxes.put(
          module,
          new Box(
              left + index % PER_ROW * (BOX_WIDTH + GAP),
              top + row * (BOX_HEIGHT + GAP),
              BOX_WIDTH,
              BOX_HEIGHT,
              module.name().replaceFirst("^adapters-", ""),
              module.classes() + " classes",
              look));
    }
    return boxes;
  }

  /** Where so many modules end. */
  static int bottom(int modules, int top) {
    int rows = Math.max(1, (modules + PER_ROW - 1) / PER_ROW);
    return top + rows * (BOX_HEIGHT + GAP) - GAP;
  }
}
