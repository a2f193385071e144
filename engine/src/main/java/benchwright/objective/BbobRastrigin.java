package benchwright.objective;

import org.jspecify.annotations.Nullable;

/**
 * The Rastrigin functions: 10·(D − Σ cos 2πz_i) + ‖z‖² + f_opt.
 *
 * <ul>
 *   <li>f3, separable: z = Λ^10·T_asy^0.2(T_osz(x − x_opt));
 *   <li>f15: z = R·Λ^10·Q·T_asy^0.2(T_osz(R(x − x_opt))).
 * </ul>
 *
 * <p>1 − cos 2πz is taken as 2·sin² πz, which has no cancellation near the optimum.
 */
final class BbobRastrigin extends BbobLandscape {
  private static final double ROOT_OF_CONDITION = Math.sqrt(10.0);

  private final double[] diagonal;
  private final @Nullable Matrix first;
  private final @Nullable Matrix second;

  private BbobRastrigin(
      BbobInstance problem, double[] diagonal, @Nullable Matrix first, @Nullable Matrix second) {
    super(problem, problem.xopt());
    this.diagonal = diagonal;
    this.first = first;
    this.second = second;
  }

  static Landscape separable(BbobInstance problem) {
    return new BbobRastrigin(problem, problem.powers(ROOT_OF_CONDITION), null, null);
  }

  static Landscape rotated(BbobInstance problem) {
    double[] diagonal = problem.powers(ROOT_OF_CONDITION);
    Matrix r = problem.rotationR();
    return new BbobRastrigin(problem, diagonal, r, r.times(diagonal, problem.rotationQ()));
  }

  @Override
  Sweep sweep(int capacity) {
    return new Values(capacity);
  }

  private final class Values extends Sweep {
    private final double[] optima;
    private final double[] scales;
    private final double[] rotated;
    private final double[] sum = new double[dimension];
    private final Oscillation oscillation;
    private final Asymmetry asymmetry;
    private final RastriginSum rastrigin;

    Values(int capacity) {
      int length = capacity * dimension;
      optima = Flat.repeat(xopt, capacity);
      scales = Flat.repeat(diagonal, capacity);
      rotated = new double[length];
      oscillation = new Oscillation(length);
      asymmetry = new Asymmetry(0.2, dimension, capacity);
      rastrigin = new RastriginSum(dimension, capacity);
    }

    @Override
    void values(double[] x, int count, double[] values) {
      int length = count * dimension;
      Flat.subtract(x, optima, length);
      double[] z = x;
      if (first != null) {
        first.apply(x, count, 0.0, sum, rotated);
        z = rotated;
      }
      oscillation.apply(z, length);
      asymmetry.apply(z, length);
      if (second != null) {
        second.apply(z, count, 0.0, sum, x);
        z = x;
      } else {
        Flat.multiply(z, scales, length);
      }
      rastrigin.values(z, count, values);
      Flat.shift(values, fopt, count);
    }
  }
}
