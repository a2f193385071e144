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
import benchwright.suite.Profile;
import benchwright.suite.Suite;
import benchwright.suite.Targets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

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
    Set<String> optimizers = new LinkedHashSet<>();
    Set<String> functions = new LinkedHashSet<>();
    if (suite.isPresent()) {
      ordered(suite.get(), optimizers, functions);
    }
    Set<String> ranOptimizers = new LinkedHashSet<>();
    Set<String> ranFunctions = new LinkedHashSet<>();
    TreeSet<Integer> dimensions = new TreeSet<>();
    for (Cell cell : cells.values()) {
      ranOptimizers.add(cell.optimizer());
      ranFunctions.add(cell.function());
      dimensions.add(cell.dimension());
    }
    Field field =
        new Field(
            merged(optimizers, ranOptimizers),
            merged(functions, ranFunctions),
            List.copyOf(dimensions),
            cells);
    List<FunctionGroup> groups = FunctionGroups.of(field.functions());
    List<SummaryRow> rows = new ArrayList<>();
    List<Convergence> convergence = new ArrayList<>();
    for (Cell cell : field.cells()) {
      rows.add(cell.row());
      convergence.add(Convergences.of(cell, grid));
    }
    List<RuntimeDistribution> distributions = new ArrayList<>();
    for (String optimizer : field.optimizers()) {
      for (FunctionGroup group : groups) {
        for (int dimension : field.dimensionsAndAll()) {
          List<Cell> some = field.cells(optimizer, group, dimension);
          if (!some.isEmpty()) {
            distributions.add(
                Distributions.of(optimizer, group.id(), dimension, targets.length, some));
          }
        }
      }
    }
    return new Review(
        manifest,
        suite,
        stored.withResults(rows, stored.groups(), stored.standings()),
        field.optimizers(),
        field.functions(),
        field.dimensions(),
        java.util.Arrays.stream(targets).boxed().toList(),
        groups,
        distributions,
        convergence,
        List.of(),
        List.of(),
        List.of(),
        failures.all(),
        times());
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

  private void ordered(Suite of, Set<String> optimizers, Set<String> functions) {
    for (OptimizerSpec each : of.optimizers()) {
      optimizers.add(each.getId());
    }
    for (Profile profile : List.of(of.full(), of.quick())) {
      for (FunctionSpec each : profile.functions()) {
        functions.add(each.getId());
      }
    }
  }

  /** Those of {@code ran}, in the order of {@code asked} as far as it has one. */
  private static List<String> merged(Collection<String> asked, Set<String> ran) {
    Set<String> order = new LinkedHashSet<>(asked);
    order.addAll(ran);
    order.retainAll(ran);
    return List.copyOf(order);
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
