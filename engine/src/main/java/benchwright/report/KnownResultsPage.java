package benchwright.report;

import static java.util.Comparator.comparing;

import benchwright.analysis.Overhead;
import benchwright.analysis.PublishedResult;
import benchwright.analysis.PublishedResults;
import benchwright.artifact.Manifest;
import benchwright.artifact.Summary;
import benchwright.artifact.SummaryRow;
import benchwright.artifact.TargetRow;
import benchwright.stats.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;

/** A page in Markdown that sets the results of a run on BBOB beside published ones. */
public final class KnownResultsPage {
  private static final String BBOB = "bbob-f";
  private static final String NOTHING = "–";
  private static final double EVERYDAY = 1e5;

  private final Manifest manifest;
  private final Summary summary;
  private final PublishedResults published;
  private final List<Overhead> overheads;
  private final List<String> optimizers;
  private final List<Integer> dimensions;

  /** What the page is made of; only functions of BBOB are told of. */
  public KnownResultsPage(
      Manifest manifest, Summary summary, PublishedResults published, List<Overhead> overheads) {
    this.manifest = manifest;
    this.summary = summary;
    this.published = published;
    this.overheads = overheads;
    this.optimizers = summary.rows().stream().map(SummaryRow::optimizer).distinct().toList();
    this.dimensions =
        List.copyOf(new TreeSet<>(summary.rows().stream().map(SummaryRow::dimension).toList()));
  }

  /** The whole page. */
  public String render() {
    StringBuilder page = new StringBuilder();
    page.append("# ").append(manifest.suite().title()).append("\n\n");
    page.append(
        """
        Generated from the run `%s` (results digest `%s`): %s trials of `%s`, \
        %s evaluations, Benchwright %s on %s.

        ERT is the expected running time in evaluations until f_opt + 1e-8: the evaluations of all trials by the number of
        trials that got there, which stands in parentheses unless it is all of them. “2009” is the entry of BBOB-2009 that
        the optimizer is to be held against, on the same instances; its trials often had larger budgets than ours, so that
        where not all trials succeed the two differ by that too. The ratio is ours by theirs: below 1 is faster.
        """
            .formatted(
                manifest.runId(),
                manifest.resultsDigest(),
                Quantity.count(manifest.totals().trials()),
                manifest.suite().file(),
                Quantity.count(manifest.totals().evaluations()),
                manifest.environment().benchwright(),
                manifest.environment().jvm()));
    appendSolved(page);
    appendClosedForm(page);
    for (String optimizer : optimizers) {
      appendOptimizer(page, optimizer);
    }
    appendOverhead(page);
    return page.toString();
  }

  private void appendSolved(StringBuilder page) {
    page.append("\n## Solved\n\nThe share of all trials that reached f_opt + 1e-8.\n\n");
    List<String> heading = new ArrayList<>(List.of("optimizer"));
    dimensions.forEach(dimension -> heading.add(dimension + "-D"));
    heading.add("2009 entry");
    dimensions.forEach(dimension -> heading.add(dimension + "-D, within 10,000·d"));
    row(page, heading);
    rule(page, heading.size(), dimensions.size() + 1);
    for (String optimizer : optimizers) {
      List<String> cells = new ArrayList<>(List.of("`" + optimizer + "`"));
      for (int dimension : dimensions) {
        long trials = 0;
        long successes = 0;
        for (SummaryRow each : rows(optimizer, dimension)) {
          trials += each.trials();
          successes += each.successes();
        }
        cells.add(trials == 0 ? NOTHING : share((double) successes / trials));
      }
      Optional<String> entry = published.counterpart(optimizer);
      cells.add(entry.orElse(NOTHING));
      for (int dimension : dimensions) {
        OptionalDouble solved =
            entry.isPresent() ? published.solved(entry.get(), dimension) : OptionalDouble.empty();
        cells.add(solved.isPresent() ? share(solved.getAsDouble()) : NOTHING);
      }
      row(page, cells);
    }
  }

  /** Uniform points hit a ball inside the box with a known chance. */
  private void appendClosedForm(StringBuilder page) {
    List<SummaryRow> spheres =
        summary.rows().stream()
            .filter(row -> row.optimizer().equals("random-search"))
            .filter(row -> row.function().equals(BBOB + 1))
            .toList();
    if (spheres.isEmpty()) {
      return;
    }
    page.append(
        """

        ## Random search against the closed form

        On f1 a uniform point hits the target t with probability V_d·t^(d/2)/10^d, and ERT is its inverse. With n hits the
        relative standard error of ours is 1/√n.

        """);
    row(
        page,
        List.of("dimension", "target", "ours", "hits", "closed form", "standard errors away"));
    rule(page, 6, 0);
    for (SummaryRow sphere : spheres) {
      for (TargetRow target : sphere.targets()) {
        double t = target.target();
        if (t <= 1 && target.successes() > 0 && isPowerOfTen(t)) {
          double exact = StrictMath.pow(10, sphere.dimension()) / ballVolume(sphere.dimension(), t);
          double away = (target.ert() / exact - 1) * Math.sqrt(target.successes());
          row(
              page,
              List.of(
                  Integer.toString(sphere.dimension()),
                  number("%.0e", t),
                  number("%.1f", target.ert()),
                  target.successes() + "/" + sphere.trials(),
                  number("%.1f", exact),
                  number("%+.1f", away)));
        }
      }
    }
  }

  private void appendOptimizer(StringBuilder page, String optimizer) {
    Optional<String> entry = published.counterpart(optimizer);
    String other = entry.orElse(PublishedResults.BEST);
    page.append("\n## ").append(optimizer).append(" beside ").append(other).append("\n\n");
    List<String> heading = new ArrayList<>(List.of("function"));
    for (int dimension : dimensions) {
      heading.addAll(List.of(dimension + "-D ours", "2009", "ratio"));
    }
    row(page, heading);
    rule(page, heading.size(), 0);
    List<List<Double>> ratios = new ArrayList<>();
    dimensions.forEach(dimension -> ratios.add(new ArrayList<>()));
    for (int function = 1; function <= 24; function++) {
      List<String> cells = new ArrayList<>(List.of("f" + function));
      for (int d = 0; d < dimensions.size(); d++) {
        Optional<SummaryRow> ours = find(optimizer, function, dimensions.get(d));
        Optional<PublishedResult> theirs = published.of(other, function, dimensions.get(d));
        cells.add(ours.map(KnownResultsPage::cell).orElse(NOTHING));
        cells.add(theirs.map(KnownResultsPage::cell).orElse(NOTHING));
        double ratio =
            ours.map(KnownResultsPage::ert).orElse(Double.NaN)
                / theirs.map(PublishedResult::expectedRunningTime).orElse(Double.NaN);
        if (ratio > 0 && Double.isFinite(ratio)) {
          ratios.get(d).add(ratio);
          cells.add(number("%.2f", ratio));
        } else {
          cells.add(NOTHING);
        }
      }
      if (cells.stream().skip(1).anyMatch(cell -> !cell.equals(NOTHING))) {
        row(page, cells);
      }
    }
    List<String> last = new ArrayList<>(List.of("median"));
    for (List<Double> each : ratios) {
      last.addAll(List.of("", "", each.isEmpty() ? NOTHING : number("%.2f", median(each))));
    }
    row(page, last);
  }

  private void appendOverhead(StringBuilder page) {
    page.append(
        """

        ## Overhead

        What an optimizer takes beside the evaluations that it asks for, counting and recording included: the median over
        its trials of at least 1,000 evaluations, on %s.

        """
            .formatted(manifest.environment().cpu()));
    row(page, List.of("optimizer", "dimension", "ns per evaluation", "ns per coordinate"));
    rule(page, 4, 0);
    List<Overhead> sorted = new ArrayList<>(overheads);
    sorted.sort(comparing(Overhead::optimizer).thenComparing(Overhead::dimension));
    for (Overhead overhead : sorted) {
      row(
          page,
          List.of(
              "`" + overhead.optimizer() + "`",
              Integer.toString(overhead.dimension()),
              number("%.0f", overhead.nanosPerEvaluation()),
              number("%.1f", overhead.nanosPerCoordinate())));
    }
  }

  private List<SummaryRow> rows(String optimizer, int dimension) {
    return summary.rows().stream()
        .filter(row -> row.function().startsWith(BBOB))
        .filter(row -> row.optimizer().equals(optimizer) && row.dimension() == dimension)
        .toList();
  }

  private Optional<SummaryRow> find(String optimizer, int function, int dimension) {
    return rows(optimizer, dimension).stream()
        .filter(row -> row.function().equals(BBOB + function))
        .findFirst();
  }

  private static double ert(SummaryRow row) {
    List<TargetRow> targets = row.targets();
    return targets.isEmpty() ? Double.NaN : targets.get(targets.size() - 1).ert();
  }

  private static String cell(SummaryRow row) {
    return cell(ert(row), row.successes(), row.trials());
  }

  private static String cell(PublishedResult result) {
    return cell(result.expectedRunningTime(), result.successes(), result.trials());
  }

  private static String cell(double ert, int successes, int trials) {
    if (!Double.isFinite(ert)) {
      return NOTHING;
    }
    String text = ert < EVERYDAY ? number("%.0f", ert) : number("%.1e", ert);
    return successes == trials ? text : text + " (" + successes + "/" + trials + ")";
  }

  private static String share(double share) {
    return number("%.3f", share);
  }

  private static String number(String format, double number) {
    return String.format(Locale.ROOT, format, number);
  }

  private static boolean isPowerOfTen(double t) {
    double logarithm = StrictMath.log10(t);
    return Math.abs(logarithm - Math.rint(logarithm)) < 1e-9;
  }

  /**
   * Of a ball in d dimensions with the squared radius t: V_d = 2π/d · V_(d−2), V_0 = 1, V_1 = 2.
   */
  private static double ballVolume(int dimension, double t) {
    double volume = dimension % 2 == 0 ? 1 : 2;
    for (int d = dimension % 2 == 0 ? 2 : 3; d <= dimension; d += 2) {
      volume *= 2 * Math.PI / d;
    }
    return volume * StrictMath.pow(t, dimension / 2.0);
  }

  private static double median(List<Double> values) {
    return Sample.of(values.stream().mapToDouble(Double::doubleValue).toArray()).median();
  }

  private static void row(StringBuilder page, List<String> cells) {
    page.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  /** Columns of numbers stand to the right; the first, and {@code words} if it is not 0, do not. */
  private static void rule(StringBuilder page, int columns, int words) {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < columns; i++) {
      cells.add(i == 0 || (words > 0 && i == words) ? "---" : "--:");
    }
    page.append("|").append(String.join("|", cells)).append("|\n");
  }
}
