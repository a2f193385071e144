package benchwright.report.chart;

/** Small shapes that tell curves apart without colour. */
final class Marker {
  /** The corners of each shape, in units of its size; y grows downwards. */
  private static final double[][] SHAPES = {
    {},
    {-0.85, -0.85, 0.85, -0.85, 0.85, 0.85, -0.85, 0.85},
    {0, -1.15, 1.1, 0.8, -1.1, 0.8},
    {0, -1.25, 1.25, 0, 0, 1.25, -1.25, 0},
    {0, 1.15, 1.1, -0.8, -1.1, -0.8},
    {
      -0.4, -1.1, 0.4, -1.1, 0.4, -0.4, 1.1, -0.4, 1.1, 0.4, 0.4, 0.4, 0.4, 1.1, -0.4, 1.1, -0.4,
      0.4, -1.1, 0.4, -1.1, -0.4, -0.4, -0.4
    },
    {0, -1.2, 1.14, -0.37, 0.7, 0.97, -0.7, 0.97, -1.14, -0.37},
  };

  private Marker() {}

  /** Adds the shape of a style around a point. */
  static void draw(Pen pen, int style, double x, double y, double size) {
    double[] corners = SHAPES[Math.floorMod(style, SHAPES.length)];
    if (corners.length == 0) {
      pen.circle(x, y, size);
      return;
    }
    for (int i = 0; i < corners.length; i += 2) {
      double cornerX = x + corners[i] * size;
      double cornerY = y + corners[i + 1] * size;
      if (i == 0) {
        pen.move(cornerX, cornerY);
      } else {
        pen.line(cornerX, cornerY);
      }
    }
    pen.end();
  }
}
