package benchwright.report.chart;

/**
 * How wide text is, in pixels, about: from a table for the sans-serif letters that screens have, so
 * that a drawing is the same on every machine. A little too wide rather than too narrow.
 */
final class Letters {
  private static final String NARROW = "ijl.,:;'|!()[]f t⁻¹";
  private static final String WIDE = "mwMW@%—";

  private Letters() {}

  static double width(String text, double size) {
    double sum = 0;
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      sum += width(point);
      i += Character.charCount(point);
    }
    return sum * size;
  }

  /**
   * The text if it is at most so wide, else its beginning and its end with dots between them: names
   * often differ at their ends.
   */
  static String shortened(String text, double size, double most) {
    if (width(text, size) <= most) {
      return text;
    }
    int[] points = text.codePoints().toArray();
    int kept = points.length - 1;
    while (kept > 2) {
      int tail = kept / 2;
      String shorter =
          new String(points, 0, kept - tail) + "…" + new String(points, points.length - tail, tail);
      if (width(shorter, size) <= most) {
        return shorter;
      }
      kept--;
    }
    return "…";
  }

  private static double width(int point) {
    if (point < 128 ? NARROW.indexOf(point) >= 0 : point == '⁻' || point == '¹') {
      return 0.36;
    }
    if (WIDE.indexOf(point) >= 0) {
      return 0.9;
    }
    if (point >= 0x1100 && point < 0xFB00 && !(point >= 0x2000 && point < 0x2E80)) {
      return 1.05;
    }
    if (point >= 0x1F000) {
      return 1.3;
    }
    return Character.isUpperCase(point) ? 0.7 : 0.57;
  }
}
