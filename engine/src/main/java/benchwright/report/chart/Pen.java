package benchwright.report.chart;

/**
 * The attribute {@code d} of a path: steps from point to point, which are shorter than the points,
 * and without rounding that adds up, so that a script can read the values off the path again.
 * Across in tenths of a pixel, up and down in hundredths: a decade may be no more than 10 pixels
 * high.
 */
final class Pen {
  private static final int FINENESS = 100;
  private static final int COARSENESS = 10;

  private final StringBuilder path = new StringBuilder();
  private final boolean coarse;
  private long x;
  private long y;
  private char last = ' ';

  /** A number with at most one decimal. */
  static String coarse(double value) {
    return text(across(value));
  }

  Pen() {
    this(false);
  }

  /**
   * @param coarse whether tenths of a pixel are enough in both directions.
   */
  Pen(boolean coarse) {
    this.coarse = coarse;
  }

  /** A number with at most two decimals. */
  static String number(double value) {
    return text(Math.round(value * FINENESS));
  }

  Pen move(double toX, double toY) {
    x = across(toX);
    y = down(toY);
    path.append('M').append(text(x)).append(' ').append(text(y));
    last = 'M';
    return this;
  }

  Pen line(double toX, double toY) {
    long dx = across(toX) - x;
    long dy = down(toY) - y;
    if (dx == 0 && dy == 0) {
      return this;
    }
    x += dx;
    y += dy;
    if (dy == 0) {
      command('h', dx);
    } else if (dx == 0) {
      command('v', dy);
    } else {
      command('l', dx);
      if (dy >= 0) {
        path.append(' ');
      }
      path.append(text(dy));
    }
    return this;
  }

  /** A subpath of no length, which a round cap makes a dot. */
  Pen dot(double atX, double atY) {
    move(atX, atY);
    path.append("h0");
    last = 'h';
    return this;
  }

  /** A circle around a point. */
  Pen circle(double atX, double atY, double radius) {
    move(atX, atY - radius);
    String reach = coarse(radius);
    path.append('a').append(reach).append(' ').append(reach).append(" 0 1 1-.1 0");
    return end();
  }

  Pen end() {
    path.append('z');
    last = 'z';
    return this;
  }

  @Override
  public String toString() {
    return path.toString();
  }

  private void command(char letter, long number) {
    if (last != letter) {
      path.append(letter);
    } else if (number >= 0) {
      path.append(' ');
    }
    path.append(text(number));
    last = letter;
  }

  private long down(double y) {
    return coarse ? across(y) : Math.round(y * FINENESS);
  }

  private static long across(double x) {
    return Math.round(x * COARSENESS) * (FINENESS / COARSENESS);
  }

  private static String text(long hundredths) {
    long size = Math.abs(hundredths);
    String sign = hundredths < 0 ? "-" : "";
    long whole = size / FINENESS;
    long rest = size % FINENESS;
    String decimals =
        rest == 0 ? "" : rest % 10 == 0 ? "." + rest / 10 : "." + (rest < 10 ? "0" : "") + rest;
    return sign + (whole == 0 && rest != 0 ? "" : Long.toString(whole)) + decimals;
  }
}
