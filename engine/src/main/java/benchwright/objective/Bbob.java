package benchwright.objective;

import java.util.List;
import java.util.function.Function;

/** The 24 noiseless functions of the Black-Box Optimization Benchmark, BBOB (INRIA RR-6829). */
public final class Bbob {
  private static final int SMALLEST_DIMENSION = 2;
  private static final int LARGEST_DIMENSION = 1000;

  private static final List<ObjectiveFamily> FUNCTIONS =
      List.of(
          family(1, "Sphere", BbobSphere::new),
          family(2, "Separable Ellipsoid", BbobWeightedSquares::separableEllipsoid),
          family(3, "Separable Rastrigin", BbobRastrigin::separable),
          family(4, "Büche-Rastrigin", BbobBuecheRastrigin::new),
          family(5, "Linear Slope", BbobLinearSlope::new),
          family(6, "Attractive Sector", BbobAttractiveSector::new),
          family(7, "Step Ellipsoid", BbobStepEllipsoid::new),
          family(8, "Rosenbrock", BbobRosenbrock::original),
          family(9, "Rotated Rosenbrock", BbobRosenbrock::rotated),
          family(10, "Ellipsoid", BbobWeightedSquares::ellipsoid),
          family(11, "Discus", BbobWeightedSquares::discus),
          family(12, "Bent Cigar", BbobWeightedSquares::bentCigar),
          family(13, "Sharp Ridge", BbobSharpRidge::new),
          family(14, "Different Powers", BbobDifferentPowers::new),
          family(15, "Rastrigin", BbobRastrigin::rotated),
          family(16, "Weierstrass", BbobWeierstrass::new),
          family(17, "Schaffer F7", problem -> new BbobSchafferF7(problem, 10.0)),
          family(18, "Ill-Conditioned Schaffer F7", problem -> new BbobSchafferF7(problem, 1000.0)),
          family(19, "Griewank-Rosenbrock", BbobGriewankRosenbrock::of),
          family(20, "Schwefel", BbobSchwefel::new),
          family(21, "Gallagher 101 Peaks", BbobGallagher::manyPeaks),
          family(22, "Gallagher 21 Peaks", BbobGallagher::fewPeaks),
          family(23, "Katsuura", BbobKatsuura::new),
          family(24, "Lunacek Bi-Rastrigin", BbobLunacek::new));

  private Bbob() {}

  /** The families {@code bbob-f1} to {@code bbob-f24}, in this order. */
  public static List<ObjectiveFamily> functions() {
    return FUNCTIONS;
  }

  private static ObjectiveFamily family(
      int number, String name, Function<BbobInstance, Landscape> landscape) {
    return new Family(
        "bbob-f" + number,
        name,
        SMALLEST_DIMENSION,
        LARGEST_DIMENSION,
        (dimension, instance) -> landscape.apply(new BbobInstance(number, dimension, instance)));
  }
}
