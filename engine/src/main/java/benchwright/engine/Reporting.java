package benchwright.engine;

import benchwright.analysis.Review;
import benchwright.analysis.ReviewBuilder;
import benchwright.analysis.TimingSummarizer;
import benchwright.analysis.TimingSummary;
import benchwright.analysis.TrialResult;
import benchwright.artifact.Circumstance;
import benchwright.artifact.Comparison;
import benchwright.artifact.Manifest;
import benchwright.artifact.Summary;
import benchwright.artifact.SummaryRow;
import benchwright.artifact.Timings;
import benchwright.artifact.TrialKey;
import benchwright.artifact.TrialRecord;
import benchwright.history.ComparisonFile;
import benchwright.history.Fault;
import benchwright.history.HistoryFailure;
import benchwright.history.Salvage;
import benchwright.report.Findings;
import benchwright.suite.Speed;
import benchwright.suite.Suite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Reads runs and works out what a report says of them. */
public final class Reporting {
  private final Surroundings surroundings;

  public Reporting(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /**
   * All that can be said of the run at {@code place}, be it unfinished or damaged.
   *
   * @throws HistoryFailure if there is nothing of a run
   */
  public Findings read(Path place) {
    Salvage salvage = Salvage.open(place);
    Optional<Suite> suite = salvage.suite();
    List<Timings> timings = salvage.timings();
    TimingSummary timed = TimingSummarizer.of(timings, suite.map(Suite::speed).orElse(Speed.NONE));
    Summary stored =
        salvage.summary().withTimings(timed.rows(), timed.growth(), timed.equivalence());
    ReviewBuilder builder = new ReviewBuilder(salvage.manifest(), suite, stored);
    Gatherer gatherer = new Gatherer(builder);
    salvage.read(gatherer);
    int there =
        gatherer.trials.size() + timings.stream().mapToInt(each -> each.cases().size()).sum();
    List<String> gaps = new ArrayList<>();
    for (Fault fault : salvage.faults()) {
      gaps.add(fault.toText());
    }
    Optional<Comparison> comparison = comparison(place, gaps);
    return new Findings(
        surroundings.shown(place),
        builder.build(),
        salvage.planned().orElse(Math.max(there, salvage.manifest().totals().trials())),
        gatherer.trials,
        timings,
        gaps,
        comparison);
  }

  /** What was kept beside the run when it was compared. */
  private static Optional<Comparison> comparison(Path place, List<String> gaps) {
    try {
      return Files.isDirectory(place) ? ComparisonFile.ofRun(place) : Optional.empty();
    } catch (HistoryFailure damaged) {
      damaged.faults().forEach(fault -> gaps.add(fault.toText()));
      return Optional.empty();
    }
  }

  /**
   * What can be said of each of {@code places}, without what came of single trials.
   *
   * @param whole whether all figures are wanted; else the trials of runs that kept a summary need
   *     not be read
   * @throws HistoryFailure if there is nothing of a run at one of them
   */
  public List<Findings> readAll(List<Path> places, boolean whole) {
    List<Findings> all = new ArrayList<>();
    for (Path place : places) {
      Optional<Findings> glance = whole ? Optional.empty() : glance(place);
      all.add(glance.orElseGet(() -> read(place).withoutTrials()));
    }
    return all;
  }

  /** What a summary alone has to say. */
  private static Review review(Manifest manifest, Optional<Suite> suite, Summary summary) {
    Set<String> optimizers = new LinkedHashSet<>();
    Set<String> functions = new LinkedHashSet<>();
    Set<Integer> dimensions = new TreeSet<>();
    for (SummaryRow row : summary.rows()) {
      optimizers.add(row.optimizer());
      functions.add(row.function());
      dimensions.add(row.dimension());
    }
    return new Review(
        manifest,
        suite,
        summary,
        List.copyOf(optimizers),
        List.copyOf(functions),
        List.copyOf(dimensions),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  /** By the summary alone; empty if there is none, or anything is amiss. */
  private Optional<Findings> glance(Path place) {
    Salvage salvage = Salvage.open(place);
    Summary summary = salvage.summary();
    List<Timings> timings = salvage.timings();
    Optional<Suite> suite = salvage.suite();
    if (!salvage.isWhole() || (summary.rows().isEmpty() && timings.isEmpty())) {
      return Optional.empty();
    }
    int planned =
        salvage.manifest().totals().trials()
            + timings.stream().mapToInt(each -> each.cases().size()).sum();
    List<String> gaps = new ArrayList<>();
    Optional<Comparison> comparison = comparison(place, gaps);
    return Optional.of(
        new Findings(
            surroundings.shown(place),
            review(salvage.manifest(), suite, summary),
            planned,
            List.of(),
            timings,
            gaps,
            comparison));
  }

  /**
   * The runs in {@code directory}, the oldest first; none if it holds none.
   *
   * @throws IOException if it cannot be read
   */
  public static List<Path> runsIn(Path directory) throws IOException {
    try (Stream<Path> children = Files.list(directory)) {
      return children.filter(Salvage::isRun).sorted().toList();
    }
  }

  /** Whether {@code path} is something of a run, and not a directory of runs. */
  public static boolean isRun(Path path) {
    return Files.isRegularFile(path) || Salvage.isRun(path);
  }

  /** Keeps the results and lets the histories go. */
  private static final class Gatherer implements Salvage.Visitor {
    private final ReviewBuilder builder;
    private final List<TrialResult> trials = new ArrayList<>();
    private int next;

    Gatherer(ReviewBuilder builder) {
      this.builder = builder;
    }

    @Override
    public void trial(TrialRecord record) {
      builder.add(record);
      trials.add(TrialResult.of(record));
    }

    /** They come in the order of the trials: a search is for files that were tampered with. */
    @Override
    public void circumstance(TrialKey key, Circumstance circumstance) {
      builder.add(key, circumstance);
      for (int step = 0; step < trials.size(); step++) {
        int place = (next + step) % trials.size();
        if (trials.get(place).key().equals(key)) {
          trials.set(place, trials.get(place).under(circumstance));
          next = place + 1;
          return;
        }
      }
    }
  }
}
