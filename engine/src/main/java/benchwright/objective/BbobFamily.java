package benchwright.objective;

/**
 * One function of BBOB, by its number.
 *
 * <p>A switch rather than a list of constructors: making two dozen method references would take
 * longer than a short benchmark.
 */
final class BbobFamily extends Family {
  static final int COUNT = 24;

  private static final int SMALLEST_DIMENSION = 2;
  private static final int LARGEST_DIMENSION = 1000;

  private final int number;

  BbobFamily(int number) {
    super(BbobInstance.id(number), name(number), SMALLEST_DIMENSION, LARGEST_DIMENSION);
    this.number = number;
  }

  private static String name(int number) {
    return switch (number) {
      case 1 -> "Sphere";
      case 2 -> "Separable Ellipsoid";
      case 3 -> "Separable Rastrigin";
      case 4 -> "Büche-Rastrigin";
      case 5 -> "Linear Slope";
      case 6 -> "Attractive Sector";
      case 7 -> "Step Ellipsoid";
      case 8 -> "Rosenbrock";
      case 9 -> "Rotated Rosenbrock";
      case 10 -> "Ellipsoid";
      case 11 -> "Discus";
      case 12 -> "Bent Cigar";
      case 13 -> "Sharp Ridge";
      case 14 -> "Different Powers";
      case 15 -> "Rastrigin";
      case 16 -> "Weierstrass";
      case 17 -> "Schaffer F7";
      case 18 -> "Ill-Conditioned Schaffer F7";
      case 19 -> "Griewank-Rosenbrock";
      case 20 -> "Schwefel";
      case 21 -> "Gallagher 101 Peaks";
      case 22 -> "Gallagher 21 Peaks";
      case 23 -> "Katsuura";
      case 24 -> "Lunacek Bi-Rastrigin";
      default -> throw unknown(number);
    };
  }

  @Override
  Landscape make(int dimension, int instance) {
    BbobInstance problem = new BbobInstance(number, dimension, instance);
    return switch (number) {
      case 1 -> new BbobSphere(problem);
      case 2 -> BbobWeightedSquares.separableEllipsoid(problem);
      case 3 -> BbobRastrigin.separable(problem);
      case 4 -> new BbobBuecheRastrigin(problem);
      case 5 -> new BbobLinearSlope(problem);
      case 6 -> new BbobAttractiveSector(problem);
      case 7 -> new BbobStepEllipsoid(problem);
      case 8 -> BbobRosenbrock.original(problem);
      case 9 -> BbobRosenbrock.rotated(problem);
      case 10 -> BbobWeightedSquares.ellipsoid(problem);
      case 11 -> BbobWeightedSquares.discus(problem);
      case 12 -> BbobWeightedSquares.bentCigar(problem);
      case 13 -> new BbobSharpRidge(problem);
      case 14 -> new BbobDifferentPowers(problem);
      case 15 -> BbobRastrigin.rotated(problem);
      case 16 -> new BbobWeierstrass(problem);
      case 17 -> new BbobSchafferF7(problem, 10.0);
      case 18 -> new BbobSchafferF7(problem, 1000.0);
      case 19 -> BbobGriewankRosenbrock.of(problem);
      case 20 -> new BbobSchwefel(problem);
      case 21 -> BbobGallagher.manyPeaks(problem);
      case 22 -> BbobGallagher.fewPeaks(problem);
      case 23 -> new BbobKatsuura(problem);
      case 24 -> new BbobLunacek(problem);
      default -> throw unknown(number);
    };
  }

  private static IllegalArgumentException unknown(int number) {
    return new IllegalArgumentException("BBOB has the functions 1 to " + COUNT + "; got " + number);
  }
}
