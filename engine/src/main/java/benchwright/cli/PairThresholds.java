package benchwright.cli;

import benchwright.suite.Measure;
import benchwright.suite.Severity;
import benchwright.suite.Threshold;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Thresholds as they are written on the command line: {@code time:10%,memory:20%:warn}. */
final class PairThresholds {
  private static final Map<String, Measure> MEASURES =
      Map.of("time", Measure.TIME, "memory", Measure.MEMORY, "utilization", Measure.UTILIZATION);

  private PairThresholds() {}

  /** Those that {@code text} says; none if it is empty. */
  static List<Threshold> read(String text) throws Complaint {
    List<Threshold> thresholds = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      if (!part.isBlank()) {
        thresholds.add(one(part.strip()));
      }
    }
    return thresholds;
  }

  private static Threshold one(String text) throws Complaint {
    String[] parts = text.split(":", -1);
    Optional<Measure> measure = Optional.ofNullable(MEASURES.get(parts[0].strip()));
    if (measure.isEmpty()) {
      throw Complaint.usage(
          "--threshold knows time, memory and utilization here; got \"" + parts[0] + "\"",
          Nearest.remedies(parts[0], List.copyOf(MEASURES.keySet()), "bench help pair"));
    }
    boolean warn = parts.length == 3 && parts[2].strip().equals("warn");
    boolean fail = parts.length == 2 || (parts.length == 3 && parts[2].strip().equals("fail"));
    double percent = parts.length > 1 ? percent(parts[1]) : Double.NaN;
    if (!(warn || fail) || !(percent >= 0 && percent < 1e6)) {
      throw Complaint.usage(
          "--threshold takes a measure, a limit and, where it is to warn only, that; got \""
              + text
              + "\"",
          "for example --threshold time:15% or --threshold time:10%,memory:20%:warn");
    }
    return new Threshold(measure.get(), percent, warn ? Severity.WARN : Severity.FAIL, List.of());
  }

  /** {@code 10%}, {@code 7.5 %}; NaN of anything else. */
  private static double percent(String text) {
    String number = text.strip();
    if (!number.endsWith("%")) {
      return Double.NaN;
    }
    try {
      return Double.parseDouble(number.substring(0, number.length() - 1).strip());
    } catch (NumberFormatException wrong) {
      return Double.NaN;
    }
  }
}
