package benchwright.benchmarks;

import benchwright.Optimizer;
import benchwright.RandomSource;
import benchwright.artifact.TrialKey;
import benchwright.objective.Evaluator;
import benchwright.objective.Objective;
import benchwright.plan.Catalogue;
import benchwright.plan.Trial;
import benchwright.run.Outcome;
import benchwright.run.TrialRunner;
import benchwright.script.Bodies;
import benchwright.script.Formula;
import benchwright.suite.NamedFunction;
import benchwright.suite.ScriptOptimizer;
import java.util.NoSuchElementException;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What counting, watching and recording cost, in nanoseconds for each evaluation: the same points
 * bare and in a trial.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class MeteringCost {
  private static final int POINTS = 32;
  private static final int ROUNDS = 10_000;

  /** The function. */
  @Param({"bbob-f1", "bbob-f8", "bbob-f10"})
  public String function = "";

  /** Its dimension. */
  @Param({"2", "10", "40"})
  public int dimension;

  private final Catalogue catalogue = new Catalogue(Rounds::new);
  private final TrialRunner runner = new TrialRunner(catalogue, System::nanoTime, () -> 0);
  private final double[][] points = new double[POINTS][];
  private final double[] values = new double[POINTS];

  /** Draws the points. */
  @Setup
  public void draw() {
    RandomSource random = RandomSource.of("metering");
    for (int i = 0; i < POINTS; i++) {
      points[i] = random.nextPoint(objective().bounds());
    }
  }

  /** One by one, without a meter. */
  @Benchmark
  @OperationsPerInvocation(POINTS * ROUNDS)
  public double[] bare() {
    Evaluator evaluator = objective().evaluator();
    for (int round = 0; round < ROUNDS; round++) {
      for (int i = 0; i < POINTS; i++) {
        values[i] = evaluator.evaluate(points[i]);
      }
    }
    return values;
  }

  /** One by one, metered. */
  @Benchmark
  @OperationsPerInvocation(POINTS * ROUNDS)
  public Outcome metered() {
    return runner.run(trial("singles"));
  }

  /** Population by population, without a meter. */
  @Benchmark
  @OperationsPerInvocation(POINTS * ROUNDS)
  public double[] bareAll() {
    Evaluator evaluator = objective().evaluator();
    for (int round = 0; round < ROUNDS; round++) {
      evaluator.evaluateAll(points, POINTS, values);
    }
    return values;
  }

  /** Population by population, metered. */
  @Benchmark
  @OperationsPerInvocation(POINTS * ROUNDS)
  public Outcome meteredAll() {
    return runner.run(trial("populations"));
  }

  private Objective objective() {
    return catalogue.objective(new NamedFunction(function), dimension, 1);
  }

  private Trial trial(String optimizer) {
    return new Trial(
        new TrialKey(optimizer, function, dimension, 1, 1),
        new ScriptOptimizer(optimizer),
        new NamedFunction(function),
        (long) POINTS * ROUNDS,
        OptionalDouble.of(1e-8));
  }

  /** Optimizers that evaluate the same points again and again. */
  private final class Rounds implements Bodies {
    @Override
    public Optimizer optimizer(String id) {
      return id.equals("singles")
          ? (problem, random) -> {
            while (problem.remaining() > 0) {
              for (int i = 0; i < POINTS; i++) {
                values[i] = problem.evaluate(points[i]);
              }
            }
          }
          : (problem, random) -> {
            while (problem.remaining() > 0) {
              problem.evaluateAll(points, values);
            }
          };
    }

    @Override
    public Formula formula(String id) {
      throw new NoSuchElementException(id);
    }
  }
}
