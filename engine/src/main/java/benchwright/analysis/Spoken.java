package benchwright.analysis;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;

/** Figures of a comparison as they stand in a sentence. */
final class Spoken {
  private Spoken() {}

  /** {@code 12 %}, {@code 3.4 %}; {@code without bound}. */
  static String percent(double share) {
    double percent = 100 * share;
    if (!(Math.abs(percent) < 1e9)) {
      return "without bound";
    }
    int decimals = Math.abs(percent) < 9.95 ? 1 : 0;
    BigDecimal rounded = new BigDecimal(percent).setScale(decimals, RoundingMode.HALF_UP);
    return (rounded.signum() == 0 ? BigDecimal.ZERO : rounded.stripTrailingZeros()).toPlainString()
        + " %";
  }

  /** {@code p = 0.012}, {@code p < 0.001}. */
  static String p(double p) {
    return p < 0.001
        ? "p < 0.001"
        : "p = "
            + new BigDecimal(p).round(new MathContext(2, RoundingMode.HALF_UP)).toPlainString();
  }

  /** {@code 1 trial}, {@code 1,200 trials}. */
  static String count(long count, String noun) {
    return String.format(Locale.ROOT, "%,d", count) + " " + noun + (count == 1 ? "" : "s");
  }

  /** The names, with commas and {@code and}. */
  static String list(List<String> names) {
    int last = names.size() - 1;
    return last <= 0
        ? String.join("", names)
        : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }
}
