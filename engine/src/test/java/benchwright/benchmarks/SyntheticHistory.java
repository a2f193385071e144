package benchwright.benchmarks;

import benchwright.analysis.SummarizedRun;
import benchwright.artifact.CaseKey;
import benchwright.artifact.CaseStatus;
import benchwright.artifact.CommitStamp;
import benchwright.artifact.Formats;
import benchwright.artifact.Interval;
import benchwright.artifact.Outliers;
import benchwright.artifact.Ratio;
import benchwright.artifact.Start;
import benchwright.artifact.Steady;
import benchwright.artifact.Summary;
import benchwright.artifact.TimingRow;
import benchwright.artifact.TimingStatistics;
import benchwright.artifact.TrendRun;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Runs that were never made: the times of some operations, day by day. */
public final class SyntheticHistory {
  private static final Instant FIRST = Instant.parse("2026-01-01T03:00:00Z");

  private SyntheticHistory() {}

  /**
   * Runs of which each timed every operation once.
   *
   * @param times in nanoseconds, a row for each operation, a column for each run
   */
  public static List<SummarizedRun> of(double[]... times) {
    List<SummarizedRun> runs = new ArrayList<>();
    for (int run = 0; run < times[0].length; run++) {
      List<TimingRow> rows = new ArrayList<>();
      for (int operation = 0; operation < times.length; operation++) {
        rows.add(row("operation-" + operation, times[operation][run]));
      }
      runs.add(
          new SummarizedRun(
              run(run),
              new Summary(
                  Formats.SUMMARY,
                  Formats.VERSION,
                  run(run).runId(),
                  List.of(),
                  rows,
                  List.of(),
                  List.of(),
                  List.of(),
                  List.of())));
    }
    return runs;
  }

  /** The run of a day, from 0 on. */
  public static TrendRun run(int day) {
    String startedAt = FIRST.plusSeconds(86_400L * day).toString();
    return new TrendRun(
        startedAt.replaceAll("[-:]", "") + "-full-" + Integer.toHexString(0x1000 + day),
        "speed",
        "full",
        new CommitStamp(String.format("%07x%033x", 0xabc0000L + day, 1), "main", false),
        startedAt,
        "0123456789abcdef",
        "A CPU, 4 processors, Linux",
        "17.0.15",
        "ab".repeat(32));
  }

  private static TimingRow row(String id, double nanos) {
    return new TimingRow(
        id,
        id,
        "operation",
        false,
        new CaseKey("", 0, 1, 0),
        CaseStatus.MEASURED,
        "",
        Start.WARM,
        Steady.YES,
        statistics(nanos),
        0,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        Ratio.UNKNOWN,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        List.of(),
        List.of(),
        List.of());
  }

  private static TimingStatistics statistics(double nanos) {
    Interval none = new Interval(Double.NaN, Double.NaN);
    return new TimingStatistics(
        1,
        nanos,
        nanos,
        0,
        0,
        nanos,
        nanos,
        nanos,
        nanos,
        nanos,
        none,
        none,
        0,
        new Outliers(0, 0, 0, 0),
        "unknown");
  }
}
