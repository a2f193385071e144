package benchwright.objective;

import java.util.Arrays;

/**
 * The Gallagher functions: T_osz(10 − max_i w_i·exp(−(1/2D)·(x − y_i)ᵀ·Rᵀ·C_i·R·(x − y_i)))² +
 * f_pen(x) + f_opt.
 *
 * <ul>
 *   <li>f21: 101 peaks;
 *   <li>f22: 21 peaks, the highest of them steep.
 * </ul>
 *
 * <p>The largest peak is found by its exponent, log₂(w_i/10) − …, so that one exponential is
 * enough, and the value at the optimum is exact.
 */
final class BbobGallagher extends BbobLandscape {
  private static final double CONDITION = 1000.0;
  private static final double LOG2_E = 1.4426950408889634;
  private static final double HIGHEST = 10.0;

  /** The peaks lie in a box of this half width ([−5, 5], or [−4.9, 4.9])… */
  private final double halfWidth;

  private final Matrix rotation;
  private final int peaks;

  /** log₂(w_i/10) of each peak. */
  private final double[] heights;

  /** For each coordinate, that of the rotated centres of all peaks. */
  private final double[][] centres;

  /** For each coordinate, the diagonal entry of C of all peaks. */
  private final double[][] scales;

  private BbobGallagher(
      BbobInstance problem, int peaks, double halfWidth, double highestCondition) {
    super(problem, firstPeak(problem, halfWidth));
    this.peaks = peaks;
    this.halfWidth = halfWidth;
    rotation = problem.rotationQ();
    heights = new double[peaks];
    for (int i = 1; i < peaks; i++) {
      double weight = (i - 1) / (peaks - 2.0) * (9.1 - 1.1) + 1.1;
      heights[i] = StrictMath.log(weight / HIGHEST) * LOG2_E;
    }
    centres = centres(problem);
    scales = scales(problem, highestCondition);
  }

  static Landscape manyPeaks(BbobInstance problem) {
    return new BbobGallagher(problem, 101, 5.0, Math.sqrt(CONDITION));
  }

  static Landscape fewPeaks(BbobInstance problem) {
    return new BbobGallagher(problem, 21, 4.9, CONDITION);
  }

  /** … but the first, the optimum, lies nearer to the centre. */
  private static double[] firstPeak(BbobInstance problem, double halfWidth) {
    double[] x = BbobRandom.uniform(problem.dimension(), problem.seed());
    for (int i = 0; i < x.length; i++) {
      x[i] = 0.8 * (2.0 * halfWidth * x[i] - halfWidth);
    }
    return x;
  }

  private double[][] centres(BbobInstance problem) {
    double[] uniform = BbobRandom.uniform(dimension * peaks, problem.seed());
    double[][] rotated = new double[dimension][peaks];
    for (int i = 0; i < dimension; i++) {
      for (int peak = 0; peak < peaks; peak++) {
        double sum = 0.0;
        for (int k = 0; k < dimension; k++) {
          double coordinate = 2.0 * halfWidth * uniform[peak * dimension + k] - halfWidth;
          sum += rotation.at(i, k) * coordinate;
        }
        rotated[i][peak] = peak == 0 ? 0.8 * sum : sum;
      }
    }
    return rotated;
  }

  private double[][] scales(BbobInstance problem, double highestCondition) {
    int[] conditionOrder = order(BbobRandom.uniform(peaks - 1, problem.seed()));
    double[][] diagonals = new double[dimension][peaks];
    for (int peak = 0; peak < peaks; peak++) {
      double condition =
          peak == 0
              ? highestCondition
              : RoundedMath.pow(CONDITION, conditionOrder[peak - 1] / (peaks - 2.0));
      int[] order = order(BbobRandom.uniform(dimension, problem.seed() + 1000L * peak));
      for (int j = 0; j < dimension; j++) {
        diagonals[j][peak] = RoundedMath.pow(condition, order[j] / (dimension - 1.0) - 0.5);
      }
    }
    return diagonals;
  }

  /** The places of the numbers, from the smallest to the largest. */
  private static int[] order(double[] numbers) {
    int[] places = new int[numbers.length];
    for (int i = 1; i < places.length; i++) {
      int place = i;
      for (; place > 0 && numbers[places[place - 1]] > numbers[i]; place--) {
        places[place] = places[place - 1];
      }
      places[place] = i;
    }
    return places;
  }

  @Override
  Sweep sweep(int capacity) {
    return new Values(capacity);
  }

  private static void addSquares(
      double rotated, double[] centre, double[] scale, double[] squares, int peaks) {
    for (int i = 0; i < peaks; i++) {
      double distance = rotated - centre[i];
      squares[i] = squares[i] + scale[i] * distance * distance;
    }
  }

  private static void exponents(double[] squares, double factor, double[] heights, int peaks) {
    for (int i = 0; i < peaks; i++) {
      squares[i] = factor * squares[i] + heights[i];
    }
  }

  private static double largest(double[] exponents, int peaks) {
    double largest = exponents[0];
    for (int i = 1; i < peaks; i++) {
      if (exponents[i] > largest) {
        largest = exponents[i];
      }
    }
    return largest;
  }

  private final class Values extends Sweep {
    private final double[] rotated;
    private final double[] sum = new double[dimension];
    private final double[] squares = new double[peaks];
    private final double[] exponents;
    private final double[] penalties;
    private final Powers powers;
    private final Oscillation oscillation;

    Values(int capacity) {
      rotated = new double[capacity * dimension];
      exponents = new double[capacity];
      penalties = new double[capacity];
      powers = new Powers(capacity);
      oscillation = new Oscillation(capacity);
    }

    @Override
    void values(double[] x, int count, double[] values) {
      penalties(x, count, rotated, penalties);
      rotation.apply(x, count, 0.0, sum, rotated);
      for (int k = 0; k < count; k++) {
        exponents[k] = exponentOfLargest(k * dimension);
      }
      Arrays.fill(values, 0, count, -HIGHEST);
      powers.scaleByExp2(values, exponents, count);
      Flat.shift(values, HIGHEST, count);
      oscillation.apply(values, count);
      for (int k = 0; k < count; k++) {
        values[k] = values[k] * values[k] + penalties[k] + fopt;
      }
    }

    private double exponentOfLargest(int from) {
      Arrays.fill(squares, 0.0);
      for (int j = 0; j < dimension; j++) {
        addSquares(rotated[from + j], centres[j], scales[j], squares, peaks);
      }
      exponents(squares, -0.5 / dimension * LOG2_E, heights, peaks);
      return largest(squares, peaks);
    }
  }
}
