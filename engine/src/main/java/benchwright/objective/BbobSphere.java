package benchwright.objective;

/** f1, the sphere function: ‖x − x_opt‖² + f_opt. */
final class BbobSphere extends BbobLandscape {
  BbobSphere(BbobInstance problem) {
    super(problem, problem.xopt());
  }

  @Override
  Sweep sweep(int capacity) {
    double[] optima = Flat.repeat(xopt, capacity);
    return new Sweep() {
      @Override
      void values(double[] x, int count, double[] values) {
        Flat.subtract(x, optima, count * dimension);
        Flat.square(x, count * dimension);
        Flat.sums(x, dimension, fopt, count, values);
      }
    };
  }
}
