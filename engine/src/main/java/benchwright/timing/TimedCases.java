package benchwright.timing;

import benchwright.artifact.CaseStatus;
import benchwright.artifact.Conditions;
import benchwright.artifact.Harness;
import benchwright.artifact.Metric;
import benchwright.artifact.Samples;
import benchwright.artifact.Stage;
import benchwright.artifact.Start;
import benchwright.artifact.Steady;
import benchwright.artifact.TimedCase;
import benchwright.artifact.TimingStatistics;
import benchwright.history.TimedEntry;
import benchwright.measure.Reading;
import benchwright.measure.Schedule;
import benchwright.plan.TimingCase;
import benchwright.suite.Command;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Makes the record of a case out of its readings. */
final class TimedCases {
  private static final int MOST_RESULTS = 10_000;
  private static final String UNIT = "ns";

  /** From this share of a command's time on, the start of a process is told. */
  private static final double LAUNCH_SHARE = 0.05;

  private TimedCases() {}

  /** A case that was not measured at all. */
  static TimedEntry without(TimingCase planned, CaseStatus status, String reason) {
    return new TimedEntry(
        planned.implementation().getId(),
        new TimedCase(
            planned.key(),
            status,
            reason,
            UNIT,
            Start.COLD,
            0,
            Steady.UNKNOWN,
            Samples.NONE,
            TimingStatistics.NONE,
            List.of(),
            List.of(),
            List.of(),
            Conditions.UNKNOWN));
  }

  /**
   * A case that was measured, to its end or not.
   *
   * @param warmups before the first sample of each process
   * @param launchNanos what the time of a command holds beside the command; NaN if that is unknown
   * @param harness what measured it
   */
  static TimedEntry of(
      TimingCase planned,
      Schedule.Result result,
      int warmups,
      Conditions conditions,
      double launchNanos,
      Harness harness,
      SampleMeaning figures) {
    List<Reading.Taken> readings = result.readings();
    Optional<Reading.Broken> broken = result.broken();
    if (readings.isEmpty() && broken.isEmpty()) {
      return without(planned, CaseStatus.LEFT_OUT, result.cut());
    }
    Samples samples = samples(readings);
    TimingStatistics statistics = figures.statistics(planned.implementation(), samples);
    List<String> remarks = new ArrayList<>(changes(readings));
    if (planned.implementation() instanceof Command) {
      remarks.addAll(launch(launchNanos, statistics.median()));
    }
    List<Double> numbers = readings.isEmpty() ? List.of() : readings.get(0).result();
    TimedCase timed =
        new TimedCase(
            planned.key(),
            broken.isPresent() ? CaseStatus.FAILED : CaseStatus.MEASURED,
            broken.map(Reading.Broken::message).orElse(result.cut()),
            UNIT,
            warmups == 0 ? Start.COLD : Start.WARM,
            warmups,
            figures.steady(planned.implementation(), samples),
            samples,
            statistics,
            metrics(readings),
            stages(readings),
            numbers.subList(0, Math.min(MOST_RESULTS, numbers.size())),
            with(conditions, remarks),
            harness);
    return new TimedEntry(planned.implementation().getId(), timed);
  }

  private static Samples samples(List<Reading.Taken> readings) {
    List<Integer> process = new ArrayList<>();
    for (int i = 0; i < readings.size(); i++) {
      for (Double unused : readings.get(i).wallNanos()) {
        process.add(i + 1);
      }
    }
    return new Samples(
        joined(readings, Reading.Taken::wallNanos),
        process,
        joined(readings, Reading.Taken::userNanos),
        joined(readings, Reading.Taken::systemNanos),
        joined(readings, Reading.Taken::peakRssBytes),
        joined(readings, Reading.Taken::allocatedBytesPerOperation),
        joined(readings, Reading.Taken::collections),
        joined(readings, Reading.Taken::collectionNanos));
  }

  private static <T> List<T> joined(
      List<Reading.Taken> readings, Function<Reading.Taken, List<T>> part) {
    List<T> all = new ArrayList<>();
    readings.forEach(reading -> all.addAll(part.apply(reading)));
    return List.copyOf(all);
  }

  private static List<Metric> metrics(List<Reading.Taken> readings) {
    Map<String, String> units = new LinkedHashMap<>();
    for (Reading.Taken reading : readings) {
      reading.metrics().forEach(figure -> units.putIfAbsent(figure.name(), figure.unit()));
    }
    List<Metric> metrics = new ArrayList<>();
    units.forEach(
        (name, unit) ->
            metrics.add(new Metric(name, unit, values(readings, Reading.Taken::metrics, name))));
    return List.copyOf(metrics);
  }

  private static List<Stage> stages(List<Reading.Taken> readings) {
    Map<String, String> names = new LinkedHashMap<>();
    for (Reading.Taken reading : readings) {
      reading.stages().forEach(figure -> names.putIfAbsent(figure.name(), figure.unit()));
    }
    List<Stage> stages = new ArrayList<>();
    names
        .keySet()
        .forEach(
            name -> stages.add(new Stage(name, values(readings, Reading.Taken::stages, name))));
    return List.copyOf(stages);
  }

  /** One value a reading: what is told several times is added up, what is not told is NaN. */
  private static List<Double> values(
      List<Reading.Taken> readings,
      Function<Reading.Taken, List<Reading.Figure>> part,
      String name) {
    List<Double> values = new ArrayList<>();
    for (Reading.Taken reading : readings) {
      double[] told =
          part.apply(reading).stream()
              .filter(figure -> figure.name().equals(name))
              .mapToDouble(Reading.Figure::value)
              .toArray();
      values.add(told.length == 0 ? Double.NaN : Arrays.stream(told).sum());
    }
    return List.copyOf(values);
  }

  /** What a program answers should not depend on how often it was asked. */
  private static List<String> changes(List<Reading.Taken> readings) {
    for (int i = 1; i < readings.size(); i++) {
      if (!readings.get(i).result().equals(readings.get(0).result())) {
        return List.of("run " + (i + 1) + " gave other results than the first one");
      }
    }
    return List.of();
  }

  /** Nothing is subtracted from what was measured, so it is told where it weighs. */
  private static List<String> launch(double launchNanos, double median) {
    return launchNanos > LAUNCH_SHARE * median
        ? List.of(
            "of each run about "
                + Math.round(launchNanos / 10_000) / 100.0
                + " ms are the start of a process, not the work of the program")
        : List.of();
  }

  private static Conditions with(Conditions conditions, List<String> remarks) {
    Conditions all = conditions;
    for (String remark : remarks) {
      all = all.withWarning(remark);
    }
    return all;
  }
}
