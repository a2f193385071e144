package benchwright.objective;

import benchwright.objective.Classic.Placement;
import java.util.List;
import java.util.stream.Stream;

/**
 * The classic test functions, each shifted by its instance under its own id, and as it is written
 * under that id with {@code -unshifted}.
 *
 * <p>Boxes as in Yao, Liu, Lin: Evolutionary Programming Made Faster, IEEE Transactions on
 * Evolutionary Computation 3, 1999; Levy, Zakharov and Styblinski-Tang in their usual boxes.
 */
public final class Classics {
  /** The point where z·sin √z is largest in [0, 500]. */
  static final double SCHWEFEL_OPTIMUM = 420.968746359982;

  /** The smaller minimum of z⁴ − 16z² + 5z. */
  static final double STYBLINSKI_TANG_OPTIMUM = -2.903534027771177;

  private static final List<Classic> CLASSICS =
      List.of(
          cube("sphere", "Sphere", 100.0, 0.0, 1, SmoothFormulas::sphere),
          new Classic(
              "rosenbrock",
              "Rosenbrock",
              -30.0,
              30.0,
              1.0,
              2,
              Placement.MIDDLE_OF_BOX,
              SmoothFormulas::rosenbrock),
          cube("rastrigin", "Rastrigin", 5.12, 0.0, 1, WavyFormulas::rastrigin),
          cube("ackley", "Ackley", 32.0, 0.0, 1, WavyFormulas::ackley),
          cube("griewank", "Griewank", 600.0, 0.0, 1, WavyFormulas::griewank),
          cube("schwefel-1-2", "Schwefel 1.2", 100.0, 0.0, 1, SmoothFormulas::schwefel12),
          cube("schwefel-2-21", "Schwefel 2.21", 100.0, 0.0, 1, EdgyFormulas::schwefel221),
          cube("schwefel-2-22", "Schwefel 2.22", 10.0, 0.0, 1, EdgyFormulas::schwefel222),
          new Classic(
              "schwefel-2-26",
              "Schwefel 2.26",
              -500.0,
              500.0,
              SCHWEFEL_OPTIMUM,
              1,
              Placement.NEAR_CORNER,
              WavyFormulas::schwefel226),
          cube("levy", "Levy", 10.0, 1.0, 1, WavyFormulas::levy),
          new Classic(
              "zakharov",
              "Zakharov",
              -5.0,
              10.0,
              0.0,
              1,
              Placement.MOST_OF_BOX,
              SmoothFormulas::zakharov),
          cube(
              "styblinski-tang",
              "Styblinski-Tang",
              5.0,
              STYBLINSKI_TANG_OPTIMUM,
              1,
              SmoothFormulas::styblinskiTang),
          cube("step", "Step", 100.0, 0.0, 1, EdgyFormulas::step),
          cube("penalized-1", "Penalized 1", 50.0, -1.0, 1, PenalizedFormulas::first),
          cube("penalized-2", "Penalized 2", 50.0, 1.0, 1, PenalizedFormulas::second));

  private static final List<ObjectiveFamily> FUNCTIONS =
      Stream.concat(
              CLASSICS.stream().map(Classic::shifted), CLASSICS.stream().map(Classic::unshifted))
          .toList();

  private Classics() {}

  /** The families, first all that are shifted, then all that are not. */
  public static List<ObjectiveFamily> functions() {
    return FUNCTIONS;
  }

  private static Classic cube(
      String id, String name, double bound, double centre, int smallestDimension, Formula formula) {
    return new Classic(
        id, name, -bound, bound, centre, smallestDimension, Placement.MOST_OF_BOX, formula);
  }
}
