package benchwright.report.page;

import benchwright.artifact.CaseKey;
import benchwright.artifact.CaseStatus;
import benchwright.artifact.TimedCase;
import benchwright.artifact.Timings;
import benchwright.suite.Command;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All that was timed, by implementation and case. */
final class TimedField {
  private final List<Timings> timings;

  TimedField(List<Timings> timings) {
    this.timings = List.copyOf(timings);
  }

  boolean isEmpty() {
    return timings.isEmpty();
  }

  List<Timings> timings() {
    return timings;
  }

  /** The cases of all implementations, in the order in which they are met. */
  List<CaseKey> keys() {
    Set<CaseKey> keys = new LinkedHashSet<>();
    timings.forEach(each -> each.cases().forEach(timed -> keys.add(timed.key())));
    return new ArrayList<>(keys);
  }

  /** The name of what the others are compared to; empty if there is none. */
  String vanilla() {
    return baseline().map(each -> each.implementation().getName()).orElse("");
  }

  /** The median by that of the vanilla in the same case; NaN without one. */
  double relative(Timings each, CaseKey key) {
    return median(each, key) / baseline().map(it -> median(it, key)).orElse(Double.NaN);
  }

  private Optional<Timings> baseline() {
    return timings.stream()
        .filter(each -> each.implementation() instanceof Command command && command.vanilla())
        .findFirst();
  }

  /** The median in a case; NaN where it was not measured. */
  static double median(Timings timings, CaseKey key) {
    return find(timings, key)
        .filter(timed -> timed.status() == CaseStatus.MEASURED)
        .map(timed -> timed.statistics().median())
        .orElse(Double.NaN);
  }

  static Optional<TimedCase> find(Timings timings, CaseKey key) {
    return timings.cases().stream().filter(each -> each.key().equals(key)).findFirst();
  }

  /** {@code small, 2 workers}; {@code plain} for the plainest. */
  static String name(CaseKey key) {
    List<String> parts = new ArrayList<>();
    if (!key.size().isEmpty()) {
      parts.add(key.size());
    }
    if (key.workers() != 1) {
      parts.add(key.workers() + " workers");
    }
    if (key.gpus() > 0) {
      parts.add(key.gpus() + (key.gpus() == 1 ? " device" : " devices"));
    }
    return parts.isEmpty() ? "plain" : String.join(", ", parts);
  }
}
