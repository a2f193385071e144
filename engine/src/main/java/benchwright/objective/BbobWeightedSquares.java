package benchwright.objective;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The functions that are sums of weighted squares of a rotated, bent or oscillating x − x_opt:
 *
 * <ul>
 *   <li>f2, the separable ellipsoid: z = T_osz(x − x_opt), weights 10^(6·i/(D−1));
 *   <li>f10, the ellipsoid: z = T_osz(R(x − x_opt)), the same weights;
 *   <li>f11, the discus: z = T_osz(R(x − x_opt)), weights 10^6, 1, …, 1;
 *   <li>f12, the bent cigar: z = R·T_asy^0.5(R(x − x_opt)), weights 1, 10^6, …, 10^6.
 * </ul>
 */
final class BbobWeightedSquares extends BbobLandscape {
  private final double[] weights;
  private final @Nullable Matrix rotation;
  private final boolean bent;

  private BbobWeightedSquares(
      BbobInstance problem,
      double[] xopt,
      double[] weights,
      @Nullable Matrix rotation,
      boolean bent) {
    super(problem, xopt);
    this.weights = weights;
    this.rotation = rotation;
    this.bent = bent;
  }

  static Landscape separableEllipsoid(BbobInstance problem) {
    return new BbobWeightedSquares(problem, problem.xopt(), problem.powers(1e6), null, false);
  }

  static Landscape ellipsoid(BbobInstance problem) {
    return new BbobWeightedSquares(
        problem, problem.xopt(), problem.powers(1e6), problem.rotationR(), false);
  }

  static Landscape discus(BbobInstance problem) {
    double[] weights = oneAndOthers(problem.dimension(), 1e6, 1.0);
    return new BbobWeightedSquares(problem, problem.xopt(), weights, problem.rotationR(), false);
  }

  static Landscape bentCigar(BbobInstance problem) {
    double[] weights = oneAndOthers(problem.dimension(), 1.0, 1e6);
    // The optimum of this one function comes from the seed of the rotation.
    double[] xopt = problem.xopt(problem.seedOfR());
    return new BbobWeightedSquares(problem, xopt, weights, problem.rotationR(), true);
  }

  private static double[] oneAndOthers(int dimension, double one, double others) {
    double[] weights = new double[dimension];
    Arrays.fill(weights, others);
    weights[0] = one;
    return weights;
  }

  @Override
  Sweep sweep(int capacity) {
    return new Values(capacity);
  }

  private final class Values extends Sweep {
    private final double[] optima;
    private final double[] allWeights;
    private final double[] rotated;
    private final double[] sum = new double[dimension];
    private final @Nullable Asymmetry asymmetry;
    private final @Nullable Oscillation oscillation;

    Values(int capacity) {
      optima = Flat.repeat(xopt, capacity);
      allWeights = Flat.repeat(weights, capacity);
      rotated = new double[rotation == null ? 0 : capacity * dimension];
      asymmetry = bent ? new Asymmetry(0.5, dimension, capacity) : null;
      oscillation = bent ? null : new Oscillation(capacity * dimension);
    }

    @Override
    void values(double[] x, int count, double[] values) {
      int length = count * dimension;
      Flat.subtract(x, optima, length);
      double[] z = x;
      if (rotation != null) {
        rotation.apply(x, count, 0.0, sum, rotated);
        z = rotated;
      }
      if (oscillation != null) {
        oscillation.apply(z, length);
      }
      if (asymmetry != null && rotation != null) {
        asymmetry.apply(z, length);
        rotation.apply(z, count, 0.0, sum, x);
        z = x;
      }
      Flat.weightedSquare(z, allWeights, length);
      Flat.sums(z, dimension, fopt, count, values);
    }
  }
}
