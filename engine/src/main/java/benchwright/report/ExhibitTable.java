package benchwright.report;

import benchwright.artifact.SummaryRow;
import benchwright.artifact.TimingRow;
import benchwright.suite.Measure;
import java.util.ArrayList;
import java.util.List;

/** What {@code table(…)} of a publication shows in a document. */
public final class ExhibitTable {
  private ExhibitTable() {}

  /** Markdown; empty if this run has nothing of that measure. */
  public static String of(Findings findings, Measure measure) {
    boolean timed = findings.summary().rows().isEmpty();
    return switch (measure) {
      case EXPECTED_RUNTIME -> timed ? "" : new OptimizerSections(findings).runningTimes();
      case SUCCESS_RATE -> timed ? "" : successRates(findings);
      case TIME ->
          timed ? new TimingSections(findings).times() : new OptimizerSections(findings).times();
      case MEMORY ->
          timed ? new TimingSections(findings).memory() : new OptimizerSections(findings).times();
      case UTILIZATION -> timed ? utilization(findings) : "";
    };
  }

  /**
   * A sentence that says which results are shown. Of results that are the same everywhere it says
   * nothing that differs from run to run.
   */
  public static String source(Findings findings) {
    var manifest = findings.manifest();
    String what =
        findings.summary().rows().isEmpty()
            ? Quantity.count(manifest.totals().timings(), "case")
                + ", run "
                + Markdown.code(manifest.runId())
                + " on "
                + Markdown.text(manifest.environment().cpu())
            : Quantity.count(manifest.totals().trials(), "trial")
                + ", "
                + Quantity.count(manifest.totals().evaluations(), "evaluation")
                + ", results digest "
                + Markdown.code(manifest.resultsDigest());
    return "From the suite "
        + Markdown.code(manifest.suite().name())
        + ", "
        + manifest.profile()
        + " profile: "
        + what
        + ".\n";
  }

  private static String successRates(Findings findings) {
    List<String> titles = new ArrayList<>(List.of("optimizer"));
    findings.review().dimensions().forEach(dimension -> titles.add(">" + dimension + "-D"));
    Markdown.Grid grid = new Markdown.Grid(titles);
    for (String optimizer : findings.review().optimizers()) {
      List<String> cells = new ArrayList<>(List.of(Markdown.code(optimizer)));
      for (int dimension : findings.review().dimensions()) {
        long trials = 0;
        long successes = 0;
        for (SummaryRow row : findings.summary().rows()) {
          if (row.optimizer().equals(optimizer)
              && row.dimension() == dimension
              && !row.targets().isEmpty()) {
            trials += row.trials();
            successes += row.successes();
          }
        }
        cells.add(
            trials == 0
                ? ""
                : OptimizerSections.fixed((double) successes / trials, 3)
                    + " ("
                    + successes
                    + "/"
                    + trials
                    + ")");
      }
      grid.add(cells);
    }
    return grid.toText() + "\nThe share of trials that reached the hardest target.\n";
  }

  private static String utilization(Findings findings) {
    Markdown.Grid grid = new Markdown.Grid("implementation", "case", ">utilization");
    for (TimingRow row : findings.summary().timings()) {
      if (!Double.isNaN(row.utilization())) {
        grid.add(
            Markdown.code(row.implementation()),
            Markdown.code(row.key().toString()),
            Quantity.percent(row.utilization()));
      }
    }
    return grid.isEmpty()
        ? ""
        : grid.toText() + "\nProcessor time by wall time and workers; medians over runs.\n";
  }
}
