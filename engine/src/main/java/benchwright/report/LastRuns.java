package benchwright.report;

import benchwright.artifact.SummaryRow;
import benchwright.artifact.TimingRow;
import benchwright.suite.Measure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * One measure over the last runs of a suite, the oldest first, as one number for each run: what
 * {@code sparkline(…)} of a publication shows.
 *
 * @param values one for each run; a mean over what all of these runs know, so that it does not
 *     change because a row comes or goes
 * @param says what the numbers are, the first and the last, as words
 */
public record LastRuns(List<Double> values, String says) {
  public LastRuns {
    values = List.copyOf(values);
  }

  /** Of {@code runs}; without values if they have nothing of that measure in common. */
  public static LastRuns of(List<Findings> runs, Measure measure) {
    List<Map<String, Double>> all = new ArrayList<>();
    runs.forEach(run -> all.add(figures(run, measure)));
    TreeSet<String> common = new TreeSet<>(all.isEmpty() ? List.of() : all.get(0).keySet());
    all.forEach(each -> common.retainAll(each.keySet()));
    if (common.isEmpty()) {
      return new LastRuns(List.of(), "");
    }
    boolean share = measure == Measure.SUCCESS_RATE || measure == Measure.UTILIZATION;
    List<Double> values = new ArrayList<>();
    for (Map<String, Double> each : all) {
      double sum = 0;
      for (String key : common) {
        double figure = each.getOrDefault(key, Double.NaN);
        sum += share ? figure : StrictMath.log(figure);
      }
      double mean = sum / common.size();
      values.add(share ? mean : StrictMath.exp(mean));
    }
    String first = text(values.get(0), measure);
    String last = text(values.get(values.size() - 1), measure);
    String says =
        words(measure)
            + ", "
            + (share ? "mean" : "geometric mean")
            + " of "
            + Quantity.count(common.size(), "row")
            + " over "
            + Quantity.count(values.size(), "run")
            + ": "
            + (values.size() == 1 ? last : first + " at first, " + last + " now");
    return new LastRuns(values, says);
  }

  private static Map<String, Double> figures(Findings run, Measure measure) {
    Map<String, Double> figures = new LinkedHashMap<>();
    for (SummaryRow row : run.summary().rows()) {
      String key = row.optimizer() + "/" + row.function() + "/d" + row.dimension();
      boolean known = !row.targets().isEmpty();
      if (known && measure == Measure.SUCCESS_RATE) {
        figures.put(key, (double) row.successes() / Math.max(1, row.trials()));
      } else if (known && measure == Measure.EXPECTED_RUNTIME && row.successes() > 0) {
        figures.put(key, row.targets().get(row.targets().size() - 1).ert());
      }
    }
    if (!figures.isEmpty() || !run.summary().rows().isEmpty()) {
      if (measure == Measure.TIME) {
        figures.put("run", (double) run.manifest().resources().wallNanos());
      } else if (measure == Measure.MEMORY) {
        figures.put("run", (double) run.manifest().resources().peakRssBytes());
      }
    }
    for (TimingRow row : run.summary().timings()) {
      double figure =
          switch (measure) {
            case TIME -> row.statistics().median();
            case MEMORY -> row.peakRssBytes();
            case UTILIZATION -> row.utilization();
            default -> Double.NaN;
          };
      if (figure > 0) {
        figures.put(row.implementation() + "/" + row.key(), figure);
      }
    }
    figures.values().removeIf(figure -> measure != Measure.SUCCESS_RATE && !(figure > 0));
    return figures;
  }

  private static String words(Measure measure) {
    return switch (measure) {
      case EXPECTED_RUNTIME -> "expected running time to the hardest target";
      case SUCCESS_RATE -> "success rate";
      case TIME -> "time";
      case MEMORY -> "peak memory";
      case UTILIZATION -> "utilization";
    };
  }

  private static String text(double value, Measure measure) {
    return switch (measure) {
      case EXPECTED_RUNTIME -> Quantity.shortCount(value) + " evaluations";
      case SUCCESS_RATE, UTILIZATION -> Quantity.percent(value);
      case TIME -> Quantity.time(value);
      case MEMORY -> Quantity.bytes(Math.round(value));
    };
  }
}
