package benchwright.report;

import benchwright.analysis.Recommendation;
import benchwright.analysis.Recommendations;
import benchwright.analysis.Review;
import benchwright.analysis.RunVerdict;
import benchwright.analysis.TrialResult;
import benchwright.artifact.Comparison;
import benchwright.artifact.Manifest;
import benchwright.artifact.Summary;
import benchwright.artifact.Timings;
import java.util.List;
import java.util.Optional;

/**
 * What a report of one run is made of.
 *
 * @param place the run as somebody types it on the command line
 * @param review the figures
 * @param planned how many trials or cases were planned; those that are there if nobody knows
 * @param trials in the order of the files; empty for a run that measures time
 * @param timings one entry for each implementation; empty for a run of optimizers
 * @param gaps what is missing or damaged, a sentence each
 * @param comparison with what came before, if somebody has compared
 */
public record Findings(
    String place,
    Review review,
    int planned,
    List<TrialResult> trials,
    List<Timings> timings,
    List<String> gaps,
    Optional<Comparison> comparison) {
  /** The lists are copied. */
  public Findings {
    trials = List.copyOf(trials);
    timings = List.copyOf(timings);
    gaps = List.copyOf(gaps);
  }

  /** Of a run that nobody has compared. */
  public Findings(
      String place,
      Review review,
      int planned,
      List<TrialResult> trials,
      List<Timings> timings,
      List<String> gaps) {
    this(place, review, planned, trials, timings, gaps, Optional.empty());
  }

  /** The same, compared. */
  public Findings with(Comparison known) {
    return new Findings(place, review, planned, trials, timings, gaps, Optional.of(known));
  }

  public Manifest manifest() {
    return review.manifest();
  }

  public Summary summary() {
    return review.summary();
  }

  /** The same without what came of each trial, which takes the most memory. */
  public Findings withoutTrials() {
    return new Findings(place, review, planned, List.of(), timings, gaps, comparison);
  }

  /** How the run stands by itself. */
  public RunVerdict verdict() {
    return RunVerdict.of(review, planned, timings, gaps.size());
  }

  /** Whether anything has become worse: {@code passed}, {@code failed} or {@code undecided}. */
  public String change() {
    return comparison.map(each -> each.verdict().state().getWord()).orElse("undecided");
  }

  /** With what it was compared, and the weightiest reason; foreign text stands in it. */
  public String changeReason() {
    return comparison
        .map(
            each ->
                "compared with "
                    + each.base().name()
                    + (each.identical() ? ": identical, bit for bit" : "")
                    + each.verdict().reasons().stream()
                        .findFirst()
                        .map(reason -> ": " + reason)
                        .orElse(""))
        .orElse("no baseline was named");
  }

  /** What somebody can do, the weightiest first. */
  public List<Recommendation> recommendations() {
    return Recommendations.of(review, timings, planned, place);
  }
}
