package benchwright.analysis;

import benchwright.artifact.TrendRun;
import java.util.ArrayList;
import java.util.List;

/** The values of one measure of one thing, as they stand in the summaries. */
final class RawSeries {
  private final TrendMeasure measure;
  private final String suite;
  private final String profile;
  private final String subject;
  private final String function;
  private final int dimension;
  private final String caseText;
  private final String place;
  private final double target;
  private final List<Integer> runs = new ArrayList<>();
  private final List<Double> values = new ArrayList<>();

  RawSeries(TrendMeasure measure, TrendRun run, String subject, String caseText, String place) {
    this(measure, run, subject, "", 0, caseText, place, Double.NaN);
  }

  RawSeries(
      TrendMeasure measure,
      TrendRun run,
      String subject,
      String function,
      int dimension,
      String caseText,
      String place,
      double target) {
    this.measure = measure;
    this.suite = run.suite();
    this.profile = run.profile();
    this.subject = subject;
    this.function = function;
    this.dimension = dimension;
    this.caseText = caseText;
    this.place = place;
    this.target = target;
  }

  /** A value that is not a number is no point. */
  void add(int run, double value) {
    if (!Double.isNaN(value)) {
      runs.add(run);
      values.add(value);
    }
  }

  String id() {
    return kind() + (place.isEmpty() ? "" : "@" + place);
  }

  /** The id, wherever it was measured. */
  String kind() {
    return measure.word()
        + "/"
        + subject
        + (function.isEmpty() ? "" : "/" + function + "/d" + dimension)
        + (caseText.isEmpty() ? "" : "/" + caseText);
  }

  TrendMeasure measure() {
    return measure;
  }

  String suite() {
    return suite;
  }

  String profile() {
    return profile;
  }

  String subject() {
    return subject;
  }

  String function() {
    return function;
  }

  int dimension() {
    return dimension;
  }

  String caseText() {
    return caseText;
  }

  /** The machine, the JVM or both that its runs have in common; empty for any. */
  String place() {
    return place;
  }

  double target() {
    return target;
  }

  int size() {
    return runs.size();
  }

  /** The place in the list of runs of a point. */
  int run(int point) {
    return runs.get(point);
  }

  double value(int point) {
    return values.get(point);
  }

  double[] values(int from, int to) {
    return values.subList(from, to).stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** Of noisy measures, so that equal ratios are equal distances; none of them is 0 or less. */
  double[] logarithms(int from, int to) {
    return values.subList(from, to).stream().mapToDouble(StrictMath::log).toArray();
  }
}
