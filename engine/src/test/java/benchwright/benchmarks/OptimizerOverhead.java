package benchwright.benchmarks;

import benchwright.Bounds;
import benchwright.Optimizer;
import benchwright.Problem;
import benchwright.RandomSource;
import benchwright.plan.Catalogue;
import benchwright.script.Bodies;
import benchwright.suite.OptimizerSpec;
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
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What an optimizer costs beside the evaluations it asks for, in nanoseconds for each coordinate of
 * each point.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class OptimizerOverhead {
  private static final int COORDINATES = 400_000;

  /** The optimizer. */
  @Param({
    "random-search",
    "one-plus-one-es",
    "nelder-mead",
    "bfgs",
    "cma-es",
    "ipop-cma-es",
    "bipop-cma-es",
    "differential-evolution",
    "l-shade",
    "particle-swarm",
    "genetic-algorithm",
    "manta-ray"
  })
  public String optimizer = "";

  /** The dimension of the problem. */
  @Param({"2", "10", "40"})
  public int dimension;

  private long seed;

  /**
   * Searches on a function that costs next to nothing: one after the other, where an optimizer ends
   * by itself.
   */
  @Benchmark
  @OperationsPerInvocation(COORDINATES)
  public double perCoordinate() {
    Cheap problem = new Cheap(dimension, COORDINATES / dimension);
    try {
      while (problem.remaining() > 0) {
        make().minimize(problem, RandomSource.of("overhead", Long.toString(seed++)));
      }
    } catch (Spent end) {
      // The budget is spent.
    }
    return problem.sum;
  }

  private Optimizer make() {
    Catalogue catalogue = new Catalogue(Bodies::none);
    for (OptimizerSpec spec : catalogue.optimizers()) {
      if (spec.getId().equals(optimizer)) {
        return catalogue.optimizer(spec);
      }
    }
    throw new IllegalArgumentException(optimizer);
  }

  private static final class Spent extends RuntimeException {
    Spent() {
      super(null, null, false, false);
    }
  }

  /** The distance from a point beside the middle, by the first two coordinates only. */
  private static final class Cheap implements Problem {
    private final Bounds bounds;
    private final long budget;
    private long spent;
    private double sum;

    Cheap(int dimension, long budget) {
      this.bounds = Bounds.cube(dimension, -5, 5);
      this.budget = budget;
    }

    @Override
    public int dimension() {
      return bounds.dimension();
    }

    @Override
    public Bounds bounds() {
      return bounds;
    }

    @Override
    public long budget() {
      return budget;
    }

    @Override
    public long remaining() {
      return budget - spent;
    }

    @Override
    public double evaluate(double[] x) {
      if (spent >= budget) {
        throw new Spent();
      }
      spent++;
      double value = Math.abs(x[0] - 1) + Math.abs(x[1] + 2);
      sum += value;
      return value;
    }

    @Override
    public void evaluateAll(double[][] points, double[] values) {
      for (int i = 0; i < points.length; i++) {
        values[i] = evaluate(points[i]);
      }
    }
  }
}
