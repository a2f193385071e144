package benchwright.report;

import benchwright.artifact.Alarm;
import benchwright.artifact.TrendForecast;
import benchwright.artifact.TrendSeries;

/** The words and figures that all renderings of a trend share. */
public final class TrendFigures {
  private TrendFigures() {}

  /** A value with its unit: {@code 1.50 ms}, {@code 12.0 MB}, {@code 0.93}. */
  public static String value(TrendSeries series, double value) {
    return switch (series.unit()) {
      case "ns" -> Quantity.time(value);
      case "bytes" -> Quantity.bytes(Math.round(value));
      case "bytes/operation" -> Quantity.shortCount(value) + " B";
      case "evaluations" -> Quantity.shortCount(value);
      default -> Quantity.ratio(value);
    };
  }

  /** {@code +12 %} worse, {@code −3.0 %} better, as a change of the value. */
  public static String change(TrendSeries series, double worse) {
    double change = series.lowerIsBetter() ? worse : -worse;
    if (Double.isInfinite(change)) {
      return change > 0 ? "+inf" : "-inf";
    }
    return (change < 0 ? "-" : "+") + Quantity.percent(Math.abs(change));
  }

  /** {@code ALARM step}, {@code warns creep}, {@code forecast}, or nothing. */
  public static String state(TrendSeries series) {
    if (series.alarm() == Alarm.NONE) {
      return series.forecasts().isEmpty() ? "" : "forecast";
    }
    return (series.severity().equals("fail") ? "ALARM " : "warns ") + series.alarm().getWord();
  }

  /** {@code in 12 runs (8 to 19), about 2026-12-24}. */
  public static String forecast(TrendForecast forecast) {
    return "in "
        + Math.round(forecast.runs())
        + " runs ("
        + Math.round(forecast.interval().lower())
        + " to "
        + Math.round(forecast.interval().upper())
        + "), about "
        + forecast.date();
  }
}
