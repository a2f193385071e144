package benchwright.benchmarks;

import benchwright.RandomSource;
import benchwright.objective.Bbob;
import benchwright.objective.Evaluator;
import benchwright.objective.Objective;
import benchwright.objective.ObjectiveFamily;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * Prints evaluations per second of processor time for each BBOB function and dimension, best of
 * several rounds: a table in a minute, to be read beside that of another implementation on the same
 * core.
 *
 * <p>Arguments: points in a population (0: one at a time), rounds, seconds a measurement.
 */
public final class ObjectiveRates {
  private static final int POINTS = 256;
  private static final int[] DIMENSIONS = {2, 5, 10, 20, 40};
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private ObjectiveRates() {}

  public static void main(String[] arguments) {
    int population = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 32;
    int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 4;
    double seconds = arguments.length > 2 ? Double.parseDouble(arguments[2]) : 0.06;
    double[][] best = new double[Bbob.functions().size()][DIMENSIONS.length];
    for (int round = 0; round < rounds; round++) {
      for (int d = 0; d < DIMENSIONS.length; d++) {
        for (int f = 0; f < best.length; f++) {
          Objective objective = Bbob.functions().get(f).at(DIMENSIONS[d], 1);
          best[f][d] = Math.max(best[f][d], rate(objective, population, seconds));
        }
      }
    }
    print(best, System.out);
  }

  private static double rate(Objective objective, int population, double seconds) {
    RandomSource random = RandomSource.of("rates", objective.id());
    int size = Math.max(1, population);
    double[][][] populations = new double[POINTS / size][size][];
    for (double[][] points : populations) {
      for (int k = 0; k < size; k++) {
        points[k] = random.nextPoint(objective.bounds());
      }
    }
    Evaluator evaluator = objective.evaluator();
    double[] values = new double[size];
    long evaluations = 0;
    long start = THREADS.getCurrentThreadCpuTime();
    long nanos;
    do {
      for (double[][] points : populations) {
        if (population == 0) {
          values[0] = evaluator.evaluate(points[0]);
        } else {
          evaluator.evaluateAll(points, size, values);
        }
      }
      evaluations += (long) populations.length * size;
      nanos = THREADS.getCurrentThreadCpuTime() - start;
    } while (nanos < seconds * 1e9);
    return evaluations / (nanos * 1e-9);
  }

  private static void print(double[][] best, PrintStream out) {
    out.print("1000/s  ");
    for (int dimension : DIMENSIONS) {
      out.printf("%8d-D", dimension);
    }
    out.println();
    for (int f = 0; f < best.length; f++) {
      ObjectiveFamily family = Bbob.functions().get(f);
      out.printf("%-8s", family.id().substring("bbob-".length()));
      for (double rate : best[f]) {
        out.printf("%10.0f", rate * 1e-3);
      }
      out.println();
    }
  }
}
