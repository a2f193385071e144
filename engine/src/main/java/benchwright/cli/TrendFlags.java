package benchwright.cli;

import benchwright.analysis.TrendLimits;
import benchwright.analysis.TrendMeasure;
import benchwright.analysis.TrendSettings;
import benchwright.suite.Severity;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which series of a store are looked at, and how much worse they may become. */
final class TrendFlags {
  private static final Flag MEASURE =
      Flag.value(
          "--measure",
          "NAMES",
          "Of "
              + String.join(", ", TrendMeasure.words())
              + "; several with commas; by default all.");
  private static final Flag OPTIMIZER =
      Flag.value("--optimizer", "GLOB", "Optimizers by id: manta-ray, cma-*.");
  private static final Flag IMPLEMENTATION =
      Flag.value("--implementation", "GLOB", "What was timed, by id.");
  private static final Flag FUNCTION =
      Flag.value("--function", "GLOB", "Functions by id: sphere, bbob-*; several with commas.");
  private static final Flag DIM = Flag.value("--dim", "D,D", "Dimensions: 2,10.");
  private static final Flag THRESHOLD =
      Flag.value(
              "--threshold",
              "METRIC:LIMIT",
              "How much worse a measure may be than its best level: time:10%, memory:20%:warn;"
                  + " by default what the suite says; several with commas.")
          .asOftenAsWanted();

  static final List<Flag> ALL =
      List.of(MEASURE, OPTIMIZER, IMPLEMENTATION, FUNCTION, DIM, THRESHOLD);

  private TrendFlags() {}

  static TrendSettings settings(Arguments arguments) throws Complaint {
    Set<TrendMeasure> measures = EnumSet.noneOf(TrendMeasure.class);
    for (String word : words(arguments, MEASURE)) {
      measures.add(measure(word));
    }
    Set<Integer> dimensions = new HashSet<>();
    for (String word : words(arguments, DIM)) {
      try {
        dimensions.add(Integer.parseInt(word));
      } catch (NumberFormatException e) {
        throw Complaint.usage("--dim takes whole numbers, such as 2,10; got \"" + word + "\"");
      }
    }
    return new TrendSettings(
        measures.isEmpty() ? EnumSet.allOf(TrendMeasure.class) : measures,
        words(arguments, OPTIMIZER),
        words(arguments, IMPLEMENTATION),
        words(arguments, FUNCTION),
        dimensions,
        new TrendLimits(limits(arguments), Map.of()));
  }

  private static List<String> words(Arguments arguments, Flag flag) {
    List<String> words = new ArrayList<>();
    for (String value : arguments.flags().getOrDefault(flag.name(), List.of())) {
      for (String word : value.split(",", -1)) {
        words.add(word.strip());
      }
    }
    return words;
  }

  private static TrendMeasure measure(String word) throws Complaint {
    Optional<TrendMeasure> measure = TrendMeasure.named(word);
    if (measure.isEmpty()) {
      throw Complaint.usage(
          "there is no measure \"" + word + "\"",
          "measures are " + String.join(", ", TrendMeasure.words()));
    }
    return measure.get();
  }

  /** {@code time:10%}, {@code memory:20%:warn}. */
  private static Map<TrendMeasure, TrendLimits.Limit> limits(Arguments arguments) throws Complaint {
    Map<TrendMeasure, TrendLimits.Limit> limits = new EnumMap<>(TrendMeasure.class);
    for (String text : words(arguments, THRESHOLD)) {
      List<String> parts = List.of(text.split(":", -1));
      boolean warns = parts.size() == 3 && parts.get(2).equals("warn");
      boolean fails = parts.size() == 2 || (parts.size() == 3 && parts.get(2).equals("fail"));
      double percent = parts.size() > 1 ? percent(parts.get(1)) : Double.NaN;
      if (!(percent > 0) || !(warns || fails)) {
        throw Complaint.usage(
            "--threshold takes a measure, a percentage and perhaps warn; got \"" + text + "\"",
            "for example --threshold time:10% or --threshold memory:20%:warn");
      }
      limits.put(
          measure(parts.get(0)),
          new TrendLimits.Limit(percent / 100, warns ? Severity.WARN : Severity.FAIL));
    }
    return limits;
  }

  private static double percent(String text) {
    String digits = text.endsWith("%") ? text.substring(0, text.length() - 1).strip() : "";
    return digits.matches("[0-9]{1,6}([.][0-9]{1,6})?") ? Double.parseDouble(digits) : Double.NaN;
  }
}
