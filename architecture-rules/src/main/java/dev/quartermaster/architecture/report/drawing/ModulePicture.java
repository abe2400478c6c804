package dev.quartermaster.architecture.report.drawing;

import dev.quartermaster.architecture.report.drawing.Picture.Area;
import dev.quartermaster.architecture.report.drawing.Picture.Arrow;
import dev.quartermaster.architecture.report.drawing.Picture.Box;
import dev.quartermaster.architecture.report.drawing.Picture.Label;
import dev.quartermaster.architecture.report.facts.Architecture;
import dev.quartermaster.architecture.report.facts.BuildModule;
import dev.quartermaster.architecture.report.facts.ModuleRole;
import dev.quartermaster.architecture.report.facts.Use;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Draws the modules: what calls the core above it, what the core calls below, and the composition
 * root as the frame around them. A dependency against the rule of the hexagon is drawn across.
 */
public final class ModulePicture {
  private static final int WIDTH = 420;
  private static final int CENTER = WIDTH / 2;
  private static final int MARGIN = 4;
  private static final int FIRST_ROW = 62;
  private static final int BETWEEN = 56;

  private final Architecture architecture;
  private final Map<BuildModule, Box> inbound;
  private final Map<BuildModule, Box> outbound;
  private final Hexagon outer;
  private final Hexagon inner;
  private final int bottom;

  private ModulePicture(Architecture architecture) {
    this.architecture = architecture;
    List<BuildModule> callers = in(ModuleRole.INBOUND_ADAPTER);
    List<BuildModule> called = in(ModuleRole.OUTBOUND_ADAPTER);
    int outerTop = Rows.bottom(callers.size(), FIRST_ROW) + BETWEEN;
    this.outer = new Hexagon(CENTER, outerTop + 130, 388, 260);
    this.inner = new Hexagon(CENTER, outerTop + 150, 236, 104);
    int lowerRow = outer.bottom() + BETWEEN;
    this.inbound = Rows.of(callers, FIRST_ROW, CENTER, "inbound");
    this.outbound = Rows.of(called, lowerRow, CENTER, "outbound");
    this.bottom = Rows.bottom(called.size(), lowerRow) + 34;
  }

  /** Draws the modules of a house. */
  public static Picture of(Architecture architecture) {
    return new ModulePicture(architecture).draw();
  }

  private Picture draw() {
    List<Box> boxes = new ArrayList<>(inbound.values());
    boxes.addAll(outbound.values());
    return new Picture(
        "modules",
        "The modules and what they depend on",
        description(),
        WIDTH,
        bottom + MARGIN,
        List.of(
            new Area(frame(), "root"),
            new Area(outer.path(), "application"),
            new Area(inner.path(), "domain")),
        arrows(),
        boxes,
        labels());
  }

  private List<BuildModule> in(ModuleRole role) {
    return architecture.modules().stream().filter(module -> module.role() == role).toList();
  }

  private static String names(List<BuildModule> modules) {
    return String.join(", ", modules.stream().map(BuildModule::name).toList());
  }

  private String frame() {
    int right = WIDTH - MARGIN;
    return "M%d %d H%d V%d H%d Z".formatted(MARGIN, MARGIN, right, bottom, MARGIN);
  }

  private String description() {
    return "Inbound adapters (%s) call the use cases of %s. Outbound adapters (%s) serve the ports of %s. %s wires all of them. %s"
        .formatted(
            names(in(ModuleRole.INBOUND_ADAPTER)),
            names(in(ModuleRole.APPLICATION)),
            names(in(ModuleRole.OUTBOUND_ADAPTER)),
            names(in(ModuleRole.DOMAIN)),
            names(in(ModuleRole.COMPOSITION_ROOT)),
            unlawful().isEmpty()
                ? "No dependency points outwards or sideways."
                : unlawful().size() + " dependencies point outwards or sideways.");
  }

  private List<Arrow> arrows() {
    List<Arrow> arrows = new ArrayList<>();
    int index = 0;
    for (Map.Entry<BuildModule, Box> entry : inbound.entrySet()) {
      Box box = entry.getValue();
      int x = outer.onEdge(index++, inbound.size());
      if (uses(entry.getKey(), ModuleRole.APPLICATION)) {
        arrows.add(down(box, x, outer.top()));
      }
    }
    index = 0;
    for (Map.Entry<BuildModule, Box> entry : outbound.entrySet()) {
      int x = inner.onEdge(index++, outbound.size());
      if (uses(entry.getKey(), ModuleRole.DOMAIN)) {
        arrows.add(up(entry.getValue(), x, inner.bottom()));
      }
    }
    if (in(ModuleRole.APPLICATION).stream().anyMatch(app -> uses(app, ModuleRole.DOMAIN))) {
      arrows.add(
          new Arrow("M%d %d V%d".formatted(CENTER, inner.top() - 30, inner.top() - 3), "lawful"));
    }
    arrows.addAll(unlawful());
    return arrows;
  }

  private boolean uses(BuildModule module, ModuleRole role) {
    return module.uses().stream()
        .anyMatch(use -> in(role).stream().anyMatch(other -> other.name().equals(use.name())));
  }

  private static Arrow down(Box box, int x, int y) {
    int start = box.y() + box.height();
    return curve(box.middle(), start, x, y - 3);
  }

  private static Arrow up(Box box, int x, int y) {
    return curve(box.middle(), box.y(), x, y + 3);
  }

  private static Arrow curve(int fromX, int fromY, int toX, int toY) {
    int half = (fromY + toY) / 2;
    return new Arrow(
        "M%d %d C%d %d %d %d %d %d".formatted(fromX, fromY, fromX, half, toX, half, toX, toY),
        "lawful");
  }

  private List<Arrow> unlawful() {
    Map<String, BuildModule> byName = new LinkedHashMap<>();
    architecture.modules().forEach(module -> byName.put(module.name(), module));
    List<Arrow> arrows = new ArrayList<>();
    for (BuildModule from : architecture.modules()) {
      for (Use use : from.uses()) {
        BuildModule to = byName.get(use.name());
        if (to != null && !from.role().mayUse(to.role())) {
          arrows.add(across(place(from), place(to)));
        }
      }
    }
    return arrows;
  }

  private static Arrow across(Box from, Box to) {
    int fromY = from.y() + from.height() / 2;
    int toY = to.y() + to.height() / 2;
    return new Arrow(
        "M%d %d Q%d %d %d %d"
            .formatted(
                from.middle(),
                fromY,
                (from.middle() + to.middle()) / 2 + 40,
                (fromY + toY) / 2 - 40,
                to.middle(),
                toY),
        "unlawful");
  }

  private Box place(BuildModule module) {
    return switch (module.role()) {
      case INBOUND_ADAPTER -> inbound.getOrDefault(module, spot(FIRST_ROW));
      case OUTBOUND_ADAPTER -> outbound.getOrDefault(module, spot(bottom));
      case APPLICATION -> spot(outer.top() + 40);
      case DOMAIN -> spot(inner.centerY());
      case COMPOSITION_ROOT -> spot(MARGIN + 20);
    };
  }

  private static Box spot(int y) {
    return new Box(CENTER, y, 0, 0, "", "", "");
  }

  private List<Label> labels() {
    List<Label> labels = new ArrayList<>();
    in(ModuleRole.COMPOSITION_ROOT)
        .forEach(root -> name(labels, root, 28, "wires everything, and nothing knows it"));
    in(ModuleRole.APPLICATION)
        .forEach(
            application ->
                name(
                    labels,
                    application,
                    outer.top() + 30,
                    architecture.inPorts() + " use cases behind in-ports"));
    in(ModuleRole.DOMAIN)
        .forEach(
            domain ->
                name(
                    labels,
                    domain,
                    inner.centerY() - 10,
                    domain.classes() + " classes",
                    architecture.outPorts() + " out-ports"));
    labels.add(new Label(CENTER, bottom - 12, "implement out-ports", "note"));
    return labels;
  }

  private static void name(List<Label> labels, BuildModule module, int y, String... notes) {
    labels.add(new Label(CENTER, y, module.name(), "name"));
    for (int line = 0; line < notes.length; line++) {
      labels.add(new Label(CENTER, y + 19 + 17 * line, notes[line], "note"));
    }
  }
}
