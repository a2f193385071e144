package benchwright.report.chart;

import java.util.ArrayList;
import java.util.List;

/** Where the values of an axis lie on the drawing, in pixels, and which of them get a tick. */
final class Scale {
  /** A value with a line across the chart and, unless the text is empty, a label. */
  record Tick(double value, double position, String text) {}

  private static final double[] STEPS = {1, 2, 5, 10};

  private final Axis axis;
  private final double from;
  private final double to;

  /**
   * @param from the pixel of the least value.
   * @param to the pixel of the greatest.
   */
  Scale(Axis axis, double from, double to) {
    this.axis = axis;
    this.from = from;
    this.to = to;
  }

  /** The pixel of a value; what lies outside the axis is drawn at its end. */
  double at(double value) {
    double share;
    if (axis.logarithmic()) {
      double low = StrictMath.log10(axis.least());
      double high = StrictMath.log10(axis.greatest());
      share = value <= axis.least() ? 0 : (StrictMath.log10(value) - low) / (high - low);
    } else {
      share = (value - axis.least()) / (axis.greatest() - axis.least());
    }
    return from + (to - from) * Math.max(0, Math.min(1, share));
  }

  /** What a script needs to read values off the drawing. */
  String attribute() {
    return String.join(
        " ",
        axis.logarithmic() ? "log" : "linear",
        axis.unit().word(),
        Double.toString(axis.least()),
        Double.toString(axis.greatest()),
        Pen.number(from),
        Pen.number(to));
  }

  /**
   * Ticks where the axis wants them; else at powers of ten, or at 1, 2 and 5 times one where there
   * are few of them; {@code most} of them labelled at most.
   */
  List<Tick> ticks(int most) {
    if (!axis.marks().isEmpty()) {
      List<Tick> marks =
          axis.marks().stream()
              .map(value -> new Tick(value, at(value), axis.unit().text(value)))
              .toList();
      return marks.size() <= most ? marks : thinned(marks, most);
    }
    return axis.logarithmic() ? decades(most) : steps(most);
  }

  private List<Tick> steps(int most) {
    double span = axis.greatest() - axis.least();
    // Shares are spelt as hundredths, so their steps are the same as those of other numbers.
    double raw = span / Math.max(1, most);
    double power = StrictMath.pow(10, Math.floor(StrictMath.log10(raw)));
    double step = 10 * power;
    for (double each : STEPS) {
      if (each * power >= raw * (1 - 1e-9)) {
        step = each * power;
        break;
      }
    }
    if (axis.unit() == Unit.COUNT) {
      step = Math.max(1, step);
    }
    List<Tick> ticks = new ArrayList<>();
    double slack = span * 1e-9;
    for (double i = Math.ceil((axis.least() - slack) / step);
        i * step <= axis.greatest() + slack;
        i++) {
      double value = i * step;
      ticks.add(new Tick(value, at(value), axis.unit().text(value)));
    }
    return ticks;
  }

  private List<Tick> decades(int most) {
    int low = (int) Math.ceil(StrictMath.log10(axis.least()) - 1e-9);
    int high = (int) Math.floor(StrictMath.log10(axis.greatest()) + 1e-9);
    List<Tick> ticks = new ArrayList<>();
    if (high - low >= 2) {
      int step = 1;
      while ((high - low) / step + 1 > most) {
        step++;
      }
      for (int exponent = low; exponent <= high; exponent++) {
        double value = StrictMath.pow(10, exponent);
        boolean labelled = Math.floorMod(exponent, step) == 0;
        ticks.add(new Tick(value, at(value), labelled ? decade(exponent, value) : ""));
      }
      return ticks;
    }
    for (int exponent = low - 1; exponent <= high; exponent++) {
      for (int each : new int[] {1, 2, 5}) {
        double value = each * StrictMath.pow(10, exponent);
        if (value >= axis.least() * (1 - 1e-9) && value <= axis.greatest() * (1 + 1e-9)) {
          ticks.add(new Tick(value, at(value), axis.unit().text(value)));
        }
      }
    }
    return ticks.size() <= most ? ticks : thinned(ticks, most);
  }

  private static List<Tick> thinned(List<Tick> ticks, int most) {
    int step = (ticks.size() + most - 1) / most;
    List<Tick> few = new ArrayList<>();
    for (int i = 0; i < ticks.size(); i++) {
      Tick tick = ticks.get(i);
      few.add(i % step == 0 ? tick : new Tick(tick.value(), tick.position(), ""));
    }
    return few;
  }

  private String decade(int exponent, double value) {
    return axis.unit() == Unit.DISTANCE || (axis.unit() == Unit.COUNT && exponent > 8)
        ? Unit.power(exponent)
        : axis.unit().text(value);
  }
}
