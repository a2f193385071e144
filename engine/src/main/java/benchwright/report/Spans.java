package benchwright.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Spans of time as people read them, from nanoseconds to hours, three digits each. */
final class Spans {
  private static final String[] UNITS = {"ns", "µs", "ms", "s"};
  private static final double LONG = 60e9;

  private Spans() {}

  /** {@code 1.23 ns}, {@code 45.6 µs}, {@code 2 min 05 s}; a dash where it is not known. */
  static String text(double nanos) {
    if (Double.isNaN(nanos) || Double.isInfinite(nanos)) {
      return "–";
    }
    if (nanos >= LONG) {
      return Quantity.duration(Math.round(nanos));
    }
    BigDecimal rounded = new BigDecimal(nanos).round(new MathContext(3, RoundingMode.HALF_UP));
    int unit = 0;
    while (unit < UNITS.length - 1 && rounded.compareTo(BigDecimal.valueOf(1000)) >= 0) {
      rounded = rounded.movePointLeft(3);
      unit++;
    }
    int decimals = Math.max(0, 3 - Math.max(1, rounded.precision() - rounded.scale()));
    return rounded.setScale(decimals, RoundingMode.HALF_UP).toPlainString() + " " + UNITS[unit];
  }
}
