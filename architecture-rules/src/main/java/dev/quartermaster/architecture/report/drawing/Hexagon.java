package dev.quartermaster.architecture.report.drawing;

/**
 * A hexagon with a flat top.
 *
 * @param centerX its middle
 * @param centerY its middle
 * @param width from corner to corner
 * @param height from edge to edge
 */
record Hexagon(int centerX, int centerY, int width, int height) {

  /** Where the upper edge is. */
  int top() {
    return centerY - height / 2;
  }

  /** Where the lower edge is. */
  int bottom() {
    return centerY + height / 2;
  }

  /** A place on the upper or the lower edge: the index-th of so many, spread evenly. */
  int onEdge(int index, int count) {
    int edge = width / 2;
    return centerX - edge / 2 + edge * (2 * index + 1) / (2 * count);
  }

  /** The outline, as SVG writes paths. */
  String path() {
    int edge = width / 2;
    return "M%d %d H%d L%d %d L%d %d H%d L%d %d Z"
        .formatted(
            centerX - edge / 2,
            top(),
            centerX + edge / 2,
            centerX + edge,
            centerY,
            centerX + edge / 2,
            bottom(),
            centerX - edge / 2,
            centerX - edge,
            centerY);
  }
}
