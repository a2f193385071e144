package benchwright.analysis;

import benchwright.artifact.CaseKey;
import benchwright.artifact.GrowthRow;
import benchwright.artifact.Interval;
import benchwright.artifact.TimedCase;
import benchwright.artifact.TimingRow;
import benchwright.artifact.Timings;
import benchwright.stats.Growth;
import benchwright.suite.Speed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Adds up what was timed: one row per case of an implementation, how times grow with sizes, and
 * whether implementations agree.
 */
public final class TimingSummarizer {
  private TimingSummarizer() {}

  /** The summary of {@code timings}; rows stand in their order. */
  public static TimingSummary of(List<Timings> timings, Speed speed) {
    List<TimedWork> all = new ArrayList<>();
    for (Timings each : timings) {
      for (TimedCase timed : each.cases()) {
        all.add(new TimedWork(each.implementation(), timed));
      }
    }
    List<TimingRow> rows = new ArrayList<>();
    for (TimedWork work : all) {
      rows.add(TimingRows.row(work, vanilla(work, all), fewestWorkers(work, all)));
    }
    return new TimingSummary(rows, growth(all), Equivalence.rows(all, speed.sameResults()));
  }

  /**
   * What {@code work} is compared with, not itself: the vanilla implementation in the same case,
   * or, where that knows no workers or devices, at the same size with the fewest of them.
   */
  private static Optional<TimedWork> vanilla(TimedWork work, List<TimedWork> all) {
    return all.stream()
        // A call inside the JVM and a whole program are not the same work, whatever the size.
        .filter(other -> other.kind() == work.kind())
        .filter(other -> other.isVanilla() && other.isMeasured() && !work.isVanilla())
        .filter(other -> other.key().sizeValue() == work.key().sizeValue())
        .min(
            Comparator.comparing((TimedWork other) -> !other.key().equals(work.key()))
                .thenComparing(other -> other.key().workers())
                .thenComparing(other -> other.key().gpus()));
  }

  private static Optional<TimedWork> fewestWorkers(TimedWork work, List<TimedWork> all) {
    return all.stream()
        .filter(other -> other.id().equals(work.id()) && other.isMeasured())
        .filter(other -> isSame(other.key(), work.key(), other.key().workers()))
        .min(Comparator.comparingInt(other -> other.key().workers()));
  }

  /** Whether two cases differ in nothing but the number of workers. */
  private static boolean isSame(CaseKey other, CaseKey key, int workers) {
    return other.equals(new CaseKey(key.size(), key.sizeValue(), workers, key.gpus()));
  }

  private static List<GrowthRow> growth(List<TimedWork> all) {
    Map<String, List<TimedWork>> families = new LinkedHashMap<>();
    for (TimedWork work : all) {
      if (work.isMeasured() && work.key().sizeValue() > 0) {
        CaseKey key = work.key();
        families
            .computeIfAbsent(
                work.id() + "/" + key.workers() + "/" + key.gpus(), f -> new ArrayList<>())
            .add(work);
      }
    }
    List<GrowthRow> rows = new ArrayList<>();
    for (List<TimedWork> family : families.values()) {
      long sizes = family.stream().mapToLong(work -> work.key().sizeValue()).distinct().count();
      if (sizes > 1 && sizes == family.size()) {
        rows.add(growthOf(family));
      }
    }
    return rows;
  }

  private static GrowthRow growthOf(List<TimedWork> family) {
    Growth growth =
        Growth.of(
            family.stream().mapToDouble(work -> work.key().sizeValue()).toArray(),
            family.stream().map(TimedWork::values).toList());
    CaseKey key = family.get(0).key();
    return new GrowthRow(
        family.get(0).id(),
        key.workers(),
        key.gpus(),
        family.size(),
        growth.law().word(),
        growth.confidence(),
        growth.error(),
        growth.constant(),
        growth.exponent(),
        new Interval(growth.exponentLower(), growth.exponentUpper()));
  }
}
