package benchwright.objective;

/** f14, the sum of different powers: √(Σ |z_i|^(2 + 4·i/(D−1))) + f_opt with z = R(x − x_opt). */
final class BbobDifferentPowers extends BbobLandscape {
  private final Matrix rotation;
  private final double[] exponents;

  BbobDifferentPowers(BbobInstance problem) {
    super(problem, problem.xopt());
    rotation = problem.rotationR();
    exponents = new double[dimension];
    for (int i = 0; i < dimension; i++) {
      exponents[i] = 4.0 * i / (dimension - 1.0);
    }
  }

  @Override
  Sweep sweep(int capacity) {
    double[] optima = Flat.repeat(xopt, capacity);
    double[] allExponents = Flat.repeat(exponents, capacity);
    double[] sum = new double[dimension];
    double[] z = new double[capacity * dimension];
    Powers powers = new Powers(capacity * dimension);
    return new Sweep() {
      @Override
      void values(double[] x, int count, double[] values) {
        int length = count * dimension;
        Flat.subtract(x, optima, length);
        rotation.apply(x, count, 0.0, sum, z);
        Flat.square(z, x, length);
        powers.scaleByPowers(x, z, allExponents, length);
        Flat.sums(x, dimension, count, values);
        Flat.rootAndShift(values, fopt, count);
      }
    };
  }
}
