package benchwright.cli;

import benchwright.script.Spelling;
import benchwright.suite.Measure;
import benchwright.suite.Severity;
import benchwright.suite.Threshold;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Thresholds on the command line. */
final class Thresholds {
  static final Flag THRESHOLD =
      Flag.value(
              "--threshold",
              "LIMIT",
              "How much worse a measure may become: time:10% fails, memory:20%:warn warns;"
                  + " as often as wanted.")
          .asOftenAsWanted();

  private Thresholds() {}

  static List<Threshold> read(Arguments arguments) throws Complaint {
    List<Threshold> thresholds = new ArrayList<>();
    for (String several : arguments.values(THRESHOLD.name())) {
      for (String text : several.split(",", -1)) {
        thresholds.add(one(text.strip()));
      }
    }
    return thresholds;
  }

  /** Those of a command that measures time alone. */
  static List<Threshold> ofTiming(Arguments arguments) throws Complaint {
    List<Threshold> thresholds = read(arguments);
    for (Threshold each : thresholds) {
      if (each.measure() == Measure.EXPECTED_RUNTIME || each.measure() == Measure.SUCCESS_RATE) {
        throw Complaint.usage(
            "--threshold knows time, memory and utilization here; got " + word(each.measure()),
            "runs of optimizers are compared by bench compare");
      }
    }
    return thresholds;
  }

  private static Threshold one(String text) throws Complaint {
    String[] parts = text.split(":", -1);
    if (parts.length < 2 || parts.length > 3) {
      throw Complaint.usage(
          "--threshold takes a measure and a limit; got \"" + text + "\"",
          "for example --threshold time:10% or --threshold memory:20%:warn");
    }
    return new Threshold(
        measure(parts[0]),
        percent(parts[1], text),
        severity(parts.length == 3 ? parts[2] : "fail", text),
        List.of());
  }

  private static Measure measure(String word) throws Complaint {
    Optional<Measure> found =
        Stream.of(Measure.values()).filter(each -> word(each).equals(word)).findFirst();
    if (found.isEmpty()) {
      List<String> names = Stream.of(Measure.values()).map(Thresholds::word).toList();
      List<String> nearest = Spelling.nearest(word, names);
      throw Complaint.usage(
          "--threshold: there is no measure \"" + word + "\"",
          nearest.isEmpty()
              ? "measures are " + String.join(", ", names)
              : "did you mean " + Nearest.list(nearest) + "?");
    }
    return found.get();
  }

  /** {@code expected-runtime}, as in JSON. */
  private static String word(Measure measure) {
    return measure.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static double percent(String word, String text) throws Complaint {
    if (word.matches("[0-9]{1,9}(\\.[0-9]{1,9})?%")) {
      return new BigDecimal(word.substring(0, word.length() - 1)).doubleValue();
    }
    throw Complaint.usage(
        "--threshold " + text + ": the limit is a percentage, 10% or 2.5%; got \"" + word + "\"");
  }

  private static Severity severity(String word, String text) throws Complaint {
    return switch (word) {
      case "fail" -> Severity.FAIL;
      case "warn" -> Severity.WARN;
      default ->
          throw Complaint.usage(
              "--threshold "
                  + text
                  + ": after the limit stands fail or warn; got \""
                  + word
                  + "\"");
    };
  }
}
