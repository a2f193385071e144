package benchwright.analysis;

import benchwright.artifact.ComparedRun;
import benchwright.artifact.ComparisonRow;
import benchwright.artifact.NoiseFloor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a reader should know of how two sides were compared, and what stands in the way of a
 * verdict.
 *
 * @param optimizers the cells of each
 */
record ComparisonNotes(
    ComparedSide base,
    ComparedSide head,
    CommonTrials common,
    Map<String, List<ComparedCell>> optimizers,
    Optional<NoiseFloor> noise) {
  /** As sentences. */
  List<String> notes() {
    List<String> notes = new ArrayList<>();
    ComparedRun one = base.run();
    ComparedRun other = head.run();
    if (!one.suite().name().equals(other.suite().name())) {
      notes.add(
          "The suites differ: "
              + one.suite().name()
              + " and "
              + other.suite().name()
              + "; compared is what both have.");
    } else if (!one.profile().equals(other.profile())) {
      notes.add(
          "The profiles differ: "
              + one.profile()
              + " and "
              + other.profile()
              + "; compared is what both have.");
    } else if (!one.planDigest().equals(other.planDigest())) {
      notes.add("The plans differ; compared is what both have.");
    }
    if (one.suite().name().equals(other.suite().name())
        && !one.suite().sha256().equals(other.suite().sha256())) {
      notes.add("The script of the suite has changed; differences may come from it.");
    }
    if (common.otherBudgets() > 0) {
      notes.add(
          Spoken.count(common.otherBudgets(), "trial")
              + " had another budget on each side and cannot be compared.");
    }
    if (!base.targets().isEmpty() && !base.targets().equals(head.targets())) {
      notes.add("The targets differ; trials that end at a target may end elsewhere now.");
    }
    optimizers.forEach((optimizer, cells) -> changed(optimizer, cells).ifPresent(notes::add));
    if (!base.complete()) {
      notes.add("The base did not come to its end.");
    }
    timed(one, other, notes);
    return notes;
  }

  /** Which trials differ says which code has changed. */
  private static Optional<String> changed(String optimizer, List<ComparedCell> cells) {
    long pairs = cells.stream().mapToLong(cell -> cell.pairs().size()).sum();
    long same =
        cells.stream()
            .flatMap(cell -> cell.pairs().stream())
            .filter(ComparedCell.Pair::isSame)
            .count();
    if (pairs == 0) {
      return cells.stream().anyMatch(cell -> !cell.base().isEmpty() && !cell.head().isEmpty())
          ? Optional.of(optimizer + ": no trial has a partner of the same instance and seed.")
          : Optional.empty();
    }
    return Optional.of(
        same == pairs
            ? optimizer + ": " + all(pairs) + " the same, to the last evaluation."
            : optimizer
                + ": "
                + (same == 0
                    ? (pairs == 1 ? "its trial differs" : "all " + pairs + " trials differ")
                    : (pairs - same) + " of " + Spoken.count(pairs, "trial") + " differ")
                + ", so the code that they run has changed.");
  }

  private static String all(long pairs) {
    return pairs == 1 ? "its trial is" : "all " + pairs + " trials are";
  }

  private void timed(ComparedRun one, ComparedRun other, List<String> notes) {
    if (base.cases().isEmpty() || head.cases().isEmpty()) {
      return;
    }
    boolean machine = StoredTimes.sameMachine(one, other);
    if (!machine) {
      notes.add(
          "Times of different machines are not compared: "
              + named(one.machine())
              + " and "
              + named(other.machine())
              + ".");
    }
    if (!StoredTimes.sameJvm(one, other)) {
      notes.add(
          "Operations of different JVMs are not compared: "
              + one.jvm()
              + " and "
              + other.jvm()
              + ".");
    }
    if (machine) {
      notes.add(
          "The sides were measured apart, so times and memory can only warn; bench pair measures"
              + " them in turns.");
      notes.add(
          noise
              .filter(floor -> !Double.isNaN(floor.command().block()))
              .map(
                  floor ->
                      "On this machine identical code was found to look up to "
                          + Spoken.percent(floor.command().block())
                          + " (programs) and "
                          + Spoken.percent(floor.operation().block())
                          + " (operations) different when measured apart.")
              .orElse(
                  "How noisy this machine is, nobody has measured: bench doctor --noise 30s does."));
    }
  }

  private static String named(String machine) {
    return machine.isEmpty() ? "one that nobody knows" : machine;
  }

  /** What makes a verdict impossible, as sentences. */
  List<String> doubts(List<ComparisonRow> rows) {
    List<String> doubts = new ArrayList<>();
    if (!head.complete()) {
      doubts.add("The head did not come to its end: what it lacks nobody can compare.");
    }
    if (rows.stream().allMatch(row -> row.test().equals(Draft.NONE))) {
      doubts.add("Nothing could be compared: the two sides have nothing in common.");
    }
    return doubts;
  }
}
