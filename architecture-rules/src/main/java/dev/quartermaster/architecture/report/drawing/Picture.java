package dev.quartermaster.architecture.report.drawing;

import java.util.List;

/**
 * A drawing, from the lowest layer to the highest.
 *
 * @param id names the picture within its page
 * @param title what it shows
 * @param description what there is to see, for those who can't
 * @param width in its own units
 * @param height in its own units
 * @param areas what lies below everything
 * @param arrows the dependencies
 * @param boxes what depends on what
 * @param labels what stands on the areas
 */
public record Picture(
    String id,
    String title,
    String description,
    int width,
    int height,
    List<Area> areas,
    List<Arrow> arrows,
    List<Box> boxes,
    List<Label> labels) {
  public Picture {
    areas = List.copyOf(areas);
    arrows = List.copyOf(arrows);
    boxes = List.copyOf(boxes);
    labels = List.copyOf(labels);
  }

  /**
   * @param path the outline, as SVG writes paths
   * @param look what it stands for
   */
  public record Area(String path, String look) {}

  /**
   * @param path the way, as SVG writes paths
   * @param look what it stands for
   */
  public record Arrow(String path, String look) {}

  /**
   * @param x left edge
   * @param y upper edge
   * @param width from left to right
   * @param height from top to bottom
   * @param name the first line
   * @param note the second line
   * @param look what it stands for
   */
  public record Box(int x, int y, int width, int height, String name, String note, String look) {

    /** The middle, from left to right. */
    public int middle() {
      return x + width / 2;
    }

    /** Where the first line stands. */
    public int nameLine() {
      return y + height / 2 - 3;
    }

    /** Where the second line stands. */
    public int noteLine() {
      return y + height / 2 + 15;
    }
  }

  /**
   * @param x the middle
   * @param y the line
   * @param text what it says
   * @param look what it stands for
   */
  public record Label(int x, int y, String text, String look) {}
}
