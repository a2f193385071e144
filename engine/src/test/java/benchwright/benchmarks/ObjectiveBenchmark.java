package benchwright.benchmarks;

import benchwright.RandomSource;
import benchwright.objective.Bbob;
import benchwright.objective.Evaluator;
import benchwright.objective.Objective;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What an evaluation of a BBOB function costs: alone, in a population, and with the making of its
 * problem.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class ObjectiveBenchmark {
  /** The points of a population; times of {@link #population} are for all of them. */
  private static final int POPULATION = 32;

  @Param({
    "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16", "17",
    "18", "19", "20", "21", "22", "23", "24"
  })
  public int function;

  @Param({"2", "3", "5", "10", "20", "40"})
  public int dimension;

  private final double[][] points = new double[POPULATION][];
  private final double[] values = new double[POPULATION];
  private Evaluator evaluator;
  private int next;

  @Setup
  public void prepare() {
    Objective objective = objective();
    RandomSource random = RandomSource.of("benchmark", objective.id());
    for (int k = 0; k < POPULATION; k++) {
      points[k] = random.nextPoint(objective.bounds());
    }
    evaluator = objective.evaluator();
  }

  @Benchmark
  public double point() {
    next = (next + 1) % POPULATION;
    return evaluator.evaluate(points[next]);
  }

  @Benchmark
  public double[] population() {
    evaluator.evaluateAll(points, POPULATION, values);
    return values;
  }

  @Benchmark
  public Objective objective() {
    return Bbob.functions().get(function - 1).at(dimension, 1);
  }
}
