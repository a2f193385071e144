package benchwright.analysis;

import benchwright.artifact.Comparison;
import benchwright.artifact.ComparisonRow;
import benchwright.artifact.Design;
import benchwright.artifact.Formats;
import benchwright.artifact.NoiseFloor;
import benchwright.artifact.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares two runs that were made apart from each other.
 *
 * <p>Results of optimizers are the same numbers for the same code, so any difference is a change of
 * code; what a comparison has to tell is whether the change matters, or only drew other random
 * numbers.
 */
public final class Comparisons {
  private final Limits limits;
  private final Optional<NoiseFloor> noise;

  /**
   * @param noise of the machine that both sides were measured on, if it is known
   */
  public Comparisons(Limits limits, Optional<NoiseFloor> noise) {
    this.limits = limits;
    this.noise = noise;
  }

  /**
   * The comparison of {@code head} with {@code base}; both have the same when digests are equal.
   */
  public Comparison compare(ComparedSide base, ComparedSide head) {
    boolean identical =
        !base.run().resultsDigest().isEmpty()
            && base.run().resultsDigest().equals(head.run().resultsDigest());
    if (identical) {
      return comparison(
          base,
          head,
          true,
          List.of(),
          Verdicts.of(List.of(), List.of()),
          List.of(
              "The results digests are equal: no result of an optimizer differs in a single bit."));
    }
    CommonTrials common = CommonTrials.of(base, head);
    List<ComparedCell> cells = ComparedCell.of(common.base(), common.head());
    Map<String, List<ComparedCell>> optimizers = new LinkedHashMap<>();
    cells.forEach(
        cell -> optimizers.computeIfAbsent(cell.optimizer(), id -> new ArrayList<>()).add(cell));
    List<Draft> drafts = new ArrayList<>();
    optimizers.forEach(
        (optimizer, some) -> {
          List<ComparedCell> both =
              some.stream().filter(c -> !c.base().isEmpty() && !c.head().isEmpty()).toList();
          drafts.addAll(new PooledDrafts(optimizer, both, common.targets()).drafts());
          for (ComparedCell cell : some) {
            drafts.addAll(new CellDrafts(cell, common.targets()).drafts());
          }
        });
    drafts.addAll(new StoredTimes(base, head, noise).drafts());
    List<ComparisonRow> rows = new Judge(limits).rows(drafts);
    ComparisonNotes notes = new ComparisonNotes(base, head, common, optimizers, noise);
    return comparison(
        base, head, false, rows, Verdicts.of(rows, notes.doubts(rows)), notes.notes());
  }

  private static Comparison comparison(
      ComparedSide base,
      ComparedSide head,
      boolean identical,
      List<ComparisonRow> rows,
      Verdict verdict,
      List<String> notes) {
    return new Comparison(
        Formats.COMPARISON,
        Formats.VERSION,
        Design.STORED,
        base.run(),
        head.run(),
        identical,
        verdict,
        Judge.CONFIDENCE,
        rows,
        notes);
  }
}
