package benchwright.analysis;

import benchwright.artifact.TrendRun;
import benchwright.artifact.TrendSegment;
import benchwright.stats.Sample;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;

/** Days of runs to come, if they come as often as those of a segment did. */
final class RunCalendar {
  private final Instant last;
  private final double secondsPerRun;

  RunCalendar(List<TrendRun> runs, RawSeries series, TrendSegment segment) {
    double[] gaps = new double[segment.to() - segment.from() - 1];
    Instant before = moment(runs.get(series.run(segment.from())));
    for (int i = 0; i < gaps.length; i++) {
      Instant after = moment(runs.get(series.run(segment.from() + i + 1)));
      gaps[i] = after.getEpochSecond() - before.getEpochSecond();
      before = after;
    }
    last = before;
    secondsPerRun = Sample.of(gaps).median();
  }

  /** {@code 2026-12-24}. */
  String day(double runsFromNow) {
    return LocalDate.ofInstant(
            last.plusSeconds(Math.round(runsFromNow * secondsPerRun)), ZoneOffset.UTC)
        .toString();
  }

  private static Instant moment(TrendRun run) {
    try {
      return Instant.parse(run.startedAt());
    } catch (DateTimeParseException e) {
      return Instant.EPOCH;
    }
  }
}
