package benchwright.analysis;

import benchwright.artifact.Circumstance;
import benchwright.artifact.Manifest;
import benchwright.artifact.Stop;
import benchwright.artifact.Summary;
import benchwright.artifact.SummaryRow;
import benchwright.artifact.TargetRow;
import benchwright.artifact.TrialKey;
import benchwright.artifact.TrialRecord;
import benchwright.suite.FunctionSpec;
import benchwright.suite.OptimizerSpec;
import benchwright.suite.Suite;
import benchwright.suite.Targets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Works out a {@link Review} from the records of a run, handed over one by one in any order; about
 * 1 kB of each is kept.
 */
public final class ReviewBuilder {
  private final Manifest manifest;
  private final Optional<Suite> suite;
  private final Summary stored;
  private final double[] targets;
  private final long[] grid = EvaluationGrid.points();
  private final Map<String, Cell> cells = new LinkedHashMap<>();
  private final Map<String, TimeSum> times = new LinkedHashMap<>();
  private final Failures failures = new Failures();

  /**
   * @param suite what was asked, if the run kept it; it says which targets there are
   * @param stored the summary as the run has it, or one without rows
   */
  public ReviewBuilder(Manifest manifest, Optional<Suite> suite, Summary stored) {
    this.manifest = manifest;
    this.suite = suite;
    this.stored = stored;
    this.targets = targets(suite, stored);
  }

  /** Adds a trial. */
  public void add(TrialRecord record) {
    TrialKey key = record.getKey();
    String id = key.optimizer() + "/" + key.function() + "/" + key.dimension();
    Cell cell = cells.get(id);
    if (cell == null) {
      cell = new Cell(key.optimizer(), key.function(), key.dimension(), targets, grid);
      cells.put(id, cell);
    }
    cell.add(record);
    time(key).spent(record.getEvaluations());
    if (record.getStop() == Stop.FAILED) {
      failures.add(record);
    }
  }

  /** Adds what a trial took, before or after the trial itself. */
  public void add(TrialKey key, Circumstance circumstance) {
    time(key).add(circumstance);
  }

  /** The review of what has been added. */
  public Review build() {
    List<String> optimizers = new ArrayList<>();
    List<String> functions = new ArrayList<>();
    if (suite.isPresent()) {
      ordered(suite.get(), optimizers, functions);
    }
    Field field = Field.of(cells, optimizers, functions);
    Results results = Results.of(field);
    Map<String, SummaryRow> rows = new LinkedHashMap<>();
    for (SummaryRow row : results.rows()) {
      rows.put(row.optimizer() + "/" + row.function() + "/" + row.dimension(), row);
    }
    List<Convergence> convergence = new ArrayList<>();
    for (Cell cell : field.cells()) {
      convergence.add(Convergences.of(cell, grid));
    }
    List<Profile> profiles = new ArrayList<>();
    for (int dimension : field.dimensionsAndAll()) {
      List<Problem> some = results.problems().in(dimension);
      profiles.addAll(Profiles.of(dimension, field.optimizers(), some));
    }
    return new Review(
        manifest,
        suite,
        stored.withResults(results.rows(), results.groups(), results.standings()),
        field.optimizers(),
        field.functions(),
        field.dimensions(),
        Arrays.stream(targets).boxed().toList(),
        results.functionGroups(),
        distributions(field, results.functionGroups()),
        convergence,
        Scalings.of(field, targets, rows),
        profiles,
        results.problems().contests(),
        failures.all(),
        times());
  }

  private List<RuntimeDistribution> distributions(Field field, List<FunctionGroup> groups) {
    List<RuntimeDistribution> all = new ArrayList<>();
    for (String optimizer : field.optimizers()) {
      for (FunctionGroup group : groups) {
        for (int dimension : field.dimensionsAndAll()) {
          List<Cell> some = field.cells(optimizer, group, dimension);
          if (some.stream().anyMatch(Cell::known)) {
            all.add(Distributions.of(optimizer, group.id(), dimension, targets.length, some));
          }
        }
      }
    }
    return all;
  }

  private List<TrialTimes> times() {
    List<TrialTimes> all = new ArrayList<>();
    for (TimeSum each : times.values()) {
      if (each.known()) {
        all.add(each.toTimes());
      }
    }
    return all;
  }

  private TimeSum time(TrialKey key) {
    return times.computeIfAbsent(
        key.optimizer() + "/" + key.dimension(),
        id -> new TimeSum(key.optimizer(), key.dimension()));
  }

  private static void ordered(Suite of, List<String> optimizers, List<String> functions) {
    for (OptimizerSpec each : of.optimizers()) {
      optimizers.add(each.getId());
    }
    for (benchwright.suite.Profile profile : List.of(of.full(), of.quick())) {
      for (FunctionSpec each : profile.functions()) {
        functions.add(each.getId());
      }
    }
  }

  private static double[] targets(Optional<Suite> suite, Summary stored) {
    if (suite.isPresent()) {
      return suite.get().targets().values();
    }
    for (SummaryRow row : stored.rows()) {
      if (!row.targets().isEmpty()) {
        return row.targets().stream().mapToDouble(TargetRow::target).toArray();
      }
    }
    return new Targets(1e2, 1e-8, 5).values();
  }
}
