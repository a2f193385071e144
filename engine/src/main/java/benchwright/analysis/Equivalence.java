package benchwright.analysis;

import static benchwright.analysis.TimingFigures.numbers;

import benchwright.artifact.CaseKey;
import benchwright.artifact.EquivalenceRow;
import benchwright.stats.Agreement;
import benchwright.suite.Tolerance;
import benchwright.suite.Within;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Whether implementations of the same job give the same numbers. */
final class Equivalence {
  private Equivalence() {}

  /**
   * One row for each measured command but the reference, case by case. The number of workers makes
   * no other job: cases of the same size are compared with the reference's first.
   */
  static List<EquivalenceRow> rows(List<TimedWork> all, Tolerance tolerance) {
    List<EquivalenceRow> rows = new ArrayList<>();
    if (!(tolerance instanceof Within within)) {
      return rows;
    }
    Map<String, List<TimedWork>> jobs = new LinkedHashMap<>();
    for (TimedWork work : all) {
      if (work.isMeasured() && work.kind() == TimingFigures.Kind.COMMAND) {
        CaseKey key = work.key();
        jobs.computeIfAbsent(key.size() + "/" + key.sizeValue(), job -> new ArrayList<>())
            .add(work);
      }
    }
    for (List<TimedWork> job : jobs.values()) {
      TimedWork reference =
          job.stream().filter(TimedWork::isVanilla).findFirst().orElse(job.get(0));
      for (TimedWork work : job) {
        if (!work.equals(reference)) {
          rows.add(row(work, reference, within.value()));
        }
      }
    }
    return rows;
  }

  private static EquivalenceRow row(TimedWork work, TimedWork reference, double tolerance) {
    List<Double> expected = reference.timed().result();
    List<Double> found = work.timed().result();
    Agreement agreement = Agreement.of(numbers(expected), numbers(found));
    boolean agrees = agreement.isWithin(tolerance) && !expected.isEmpty();
    int at = agreement.at();
    return new EquivalenceRow(
        work.id(),
        reference.id(),
        work.key(),
        agrees,
        tolerance,
        agreement.compared(),
        agreement.largest(),
        at + 1,
        at < 0 ? Double.NaN : expected.get(at),
        at < 0 ? Double.NaN : found.get(at),
        agrees ? "" : reason(expected, found, agreement, reference.id()));
  }

  private static String reason(
      List<Double> expected, List<Double> found, Agreement agreement, String reference) {
    if (expected.isEmpty() && found.isEmpty()) {
      return "neither it nor " + reference + " gives a number";
    }
    if (!agreement.sameCount()) {
      return "gives " + count(found.size()) + " where " + reference + " gives " + expected.size();
    }
    int at = agreement.at();
    return "number "
        + (at + 1)
        + " is "
        + found.get(at)
        + " where "
        + reference
        + " gives "
        + expected.get(at);
  }

  private static String count(int numbers) {
    return numbers == 1 ? "1 number" : numbers + " numbers";
  }
}
