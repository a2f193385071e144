package benchwright.objective;

import benchwright.Bounds;

/**
 * What the functions of BBOB share: the box [−5, 5]^D, the place x_opt and the value f_opt of the
 * optimum.
 */
abstract class BbobLandscape extends Landscape {
  private static final double BOUND = 5.0;

  final int dimension;
  final double[] xopt;
  final double fopt;

  BbobLandscape(BbobInstance problem, double[] xopt) {
    super(
        BbobInstance.id(problem.function()),
        problem.instance(),
        Bounds.cube(problem.dimension(), -BOUND, BOUND));
    this.dimension = problem.dimension();
    this.xopt = xopt;
    this.fopt = problem.fopt();
  }

  @Override
  final double smallestValue() {
    return fopt;
  }

  @Override
  final double[] smallestPoint() {
    return xopt;
  }

  /** f_pen: the sum over the coordinates of max(0, |x| − 5)² (section 0.2 of RR-6829). */
  final void penalties(double[] x, int count, double[] scratch, double[] penalties) {
    Flat.penalty(x, BOUND, scratch, count * dimension);
    Flat.sums(scratch, dimension, count, penalties);
  }
}
