package benchwright.benchmarks;

import benchwright.Bounds;
import benchwright.Optimizer;
import benchwright.Problem;
import benchwright.RandomSource;
import benchwright.optimizer.MantaRayForaging;
import benchwright.optimizer.RandOneBinEvolution;
import benchwright.optimizer.StandardParticleSwarm;
import benchwright.optimizer.UniformSearch;
import benchwright.optimizer.adapter.CommonsCmaEs;
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
  @Param({"random-search", "cma-es", "differential-evolution", "particle-swarm", "manta-ray"})
  public String optimizer = "";

  /** The dimension of the problem. */
  @Param({"2", "10", "40"})
  public int dimension;

  private long seed;

  /** One search on a function that costs next to nothing. */
  @Benchmark
  @OperationsPerInvocation(COORDINATES)
  public double perCoordinate() {
    Cheap problem = new Cheap(dimension, COORDINATES / dimension);
    try {
      make().minimize(problem, RandomSource.of("overhead", Long.toString(seed++)));
    } catch (Spent end) {
      // The budget is spent.
    }
    return problem.sum;
  }

  private Optimizer make() {
    return switch (optimizer) {
      case "random-search" -> new UniformSearch();
      case "manta-ray" -> new MantaRayForaging(50, 2);
      case "particle-swarm" -> new StandardParticleSwarm(40, 3, 0.7213, 1.1931);
      case "differential-evolution" -> new RandOneBinEvolution(10, 0.5, 0.9);
      case "cma-es" -> new CommonsCmaEs(2);
      default -> throw new IllegalArgumentException(optimizer);
    };
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
