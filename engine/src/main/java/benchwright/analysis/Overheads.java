package benchwright.analysis;

import benchwright.artifact.Circumstance;
import benchwright.artifact.TrialRecord;
import benchwright.stats.Sample;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Adds up what optimizers take beside their evaluations, by optimizer and dimension. */
public final class Overheads {
  // A shorter trial is mostly start-up and compilation.
  private static final long LEAST_EVALUATIONS = 1_000;

  private record Sum(String optimizer, int dimension, List<Double> nanos) {}

  private final Map<String, Sum> sums = new LinkedHashMap<>();

  /** Adds one trial, if it was long enough to tell. */
  public void add(TrialRecord record, Circumstance circumstance) {
    if (record.getEvaluations() < LEAST_EVALUATIONS || circumstance.runtimeNanos() == 0) {
      return;
    }
    String optimizer = record.getKey().optimizer();
    int dimension = record.getKey().dimension();
    double outside = (double) circumstance.runtimeNanos() - circumstance.evaluationNanos();
    sums.computeIfAbsent(
            optimizer + "/" + dimension, key -> new Sum(optimizer, dimension, new ArrayList<>()))
        .nanos()
        .add(outside / record.getEvaluations());
  }

  /** In the order in which each was first met. */
  public List<Overhead> all() {
    List<Overhead> all = new ArrayList<>();
    for (Sum sum : sums.values()) {
      double[] nanos = sum.nanos().stream().mapToDouble(Double::doubleValue).toArray();
      all.add(
          new Overhead(sum.optimizer(), sum.dimension(), nanos.length, Sample.of(nanos).median()));
    }
    return all;
  }
}
