package benchwright.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Numbers as people read them: durations, counts, sizes, distances.
 *
 * <p>Written without {@code String.format}, whose classes alone would cost a quick run one part in
 * fifty.
 */
public final class Quantity {
  private static final long SECOND = 1_000_000_000L;
  private static final long MINUTE = 60 * SECOND;
  private static final long HOUR = 60 * MINUTE;

  private Quantity() {}

  /**
   * {@code under 1 ms}, {@code 84 ms}, {@code 0.41 s}, {@code 12.3 s}, {@code 2 min 05 s}, {@code 1
   * h 02 min}.
   */
  public static String duration(long nanos) {
    if (nanos < SECOND / 1000) {
      return "under 1 ms";
    }
    if (nanos < SECOND / 10) {
      return (nanos + 500_000) / 1_000_000 + " ms";
    }
    long hundredths = (nanos + SECOND / 200) / (SECOND / 100);
    if (hundredths < 1000) {
      return hundredths / 100 + "." + twoDigits(hundredths % 100) + " s";
    }
    long tenths = (nanos + SECOND / 20) / (SECOND / 10);
    if (tenths < 600) {
      return tenths / 10 + "." + tenths % 10 + " s";
    }
    long seconds = (nanos + SECOND / 2) / SECOND;
    if (seconds < HOUR / SECOND) {
      return seconds / 60 + " min " + twoDigits(seconds % 60) + " s";
    }
    long minutes = (nanos + MINUTE / 2) / MINUTE;
    return minutes / 60 + " h " + twoDigits(minutes % 60) + " min";
  }

  /** Three digits and a unit, of a time in nanoseconds: {@code 12.3 ns}, {@code 1.50 ms}. */
  public static String time(double nanos) {
    if (Double.isNaN(nanos)) {
      return "nan";
    }
    if (nanos >= 60.0 * SECOND) {
      return duration(Math.round(nanos));
    }
    return scaled(nanos, " ns", " µs", " ms", " s");
  }

  /** {@code ±1.2 %} without its sign: {@code 1.2 %}, {@code 12 %}. */
  public static String percent(double share) {
    double percent = 100 * share;
    if (!(percent < 1e6)) {
      return Double.isNaN(percent) ? "nan" : "inf";
    }
    int decimals = percent < 9.95 ? 1 : 0;
    return new BigDecimal(percent).setScale(decimals, RoundingMode.HALF_UP).toPlainString() + " %";
  }

  /**
   * Two decimals, or three digits of what is larger: {@code 1.00}, {@code 3.14}, {@code 120};
   * {@code 0.0081}.
   */
  public static String ratio(double ratio) {
    if (!(Math.abs(ratio) < 1e15)) {
      return Double.isNaN(ratio) ? "nan" : "inf";
    }
    if (ratio < 0.0995 && ratio > 0) {
      return new BigDecimal(ratio).round(new MathContext(2, RoundingMode.HALF_UP)).toPlainString();
    }
    int decimals = ratio < 9.995 ? 2 : ratio < 99.95 ? 1 : 0;
    return new BigDecimal(ratio).setScale(decimals, RoundingMode.HALF_UP).toPlainString();
  }

  /** Groups of three digits: {@code 1,234,567}. */
  public static String count(long count) {
    StringBuilder text = new StringBuilder(Long.toString(count));
    int first = count < 0 ? 1 : 0;
    for (int i = text.length() - 3; i > first; i -= 3) {
      text.insert(i, ',');
    }
    return text.toString();
  }

  /** A count with its noun: {@code 1 trial}, {@code 1,200 trials}. */
  public static String count(long count, String noun) {
    return count(count) + " " + (count == 1 ? noun : noun + "s");
  }

  /**
   * At most five characters: {@code 7}, {@code 999}, {@code 1,234}, {@code 12.3k}, {@code 4.56M}.
   */
  public static String shortCount(double count) {
    if (count < 9_999.5) {
      return count(Math.round(count));
    }
    return Double.isInfinite(count) ? "inf" : scaled(count, "", "k", "M", "G", "T", "P", "E");
  }

  /** {@code 312 B}, {@code 4.50 kB}, {@code 12.0 MB}; powers of ten. */
  public static String bytes(long bytes) {
    return bytes < 1000
        ? bytes + " B"
        : scaled((double) bytes, " B", " kB", " MB", " GB", " TB", " PB");
  }

  /** Two significant digits and an exponent: {@code 3.1e-02}; {@code inf} and {@code nan} too. */
  public static String distance(double distance) {
    return scientific(distance, 2);
  }

  /** The shortest text of a target: {@code 1e-08}. */
  public static String target(double target) {
    String short1 = scientific(target, 1);
    return target > 0 && Double.parseDouble(short1) != target ? scientific(target, 2) : short1;
  }

  private static String scaled(double number, String... units) {
    BigDecimal rounded = new BigDecimal(number).round(new MathContext(3, RoundingMode.HALF_UP));
    int unit =
        Math.max(0, Math.min(units.length - 1, (rounded.precision() - rounded.scale() - 1) / 3));
    BigDecimal shifted = rounded.movePointLeft(3 * unit);
    int decimals = Math.max(0, 3 - (shifted.precision() - shifted.scale()));
    return shifted.setScale(decimals, RoundingMode.HALF_UP).toPlainString() + units[unit];
  }

  private static String scientific(double number, int digits) {
    if (Double.isNaN(number)) {
      return "nan";
    }
    if (Double.isInfinite(number)) {
      return number > 0 ? "inf" : "-inf";
    }
    if (number == 0) {
      return "0";
    }
    BigDecimal rounded =
        new BigDecimal(number).round(new MathContext(digits, RoundingMode.HALF_UP));
    int exponent = rounded.precision() - rounded.scale() - 1;
    BigDecimal mantissa =
        rounded.movePointLeft(exponent).setScale(digits - 1, RoundingMode.HALF_UP);
    return mantissa.toPlainString() + (exponent < 0 ? "e-" : "e+") + twoDigits(Math.abs(exponent));
  }

  private static String twoDigits(long number) {
    return number < 10 ? "0" + number : Long.toString(number);
  }
}
