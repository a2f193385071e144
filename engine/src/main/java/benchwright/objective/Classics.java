package benchwright.objective;

import benchwright.objective.ClassicFamily.Placement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

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

  private static final List<ObjectiveFamily> FUNCTIONS = families();

  private Classics() {}

  /** The families, first all that are shifted, then all that are not. */
  public static List<ObjectiveFamily> functions() {
    return FUNCTIONS;
  }

  private static List<ObjectiveFamily> families() {
    List<ClassicFamily> shifted =
        List.of(
            cube("sphere", "Sphere", Formula.SPHERE, 100.0, 0.0),
            new ClassicFamily(
                "rosenbrock",
                "Rosenbrock",
                Formula.ROSENBROCK,
                -30.0,
                30.0,
                1.0,
                Placement.MIDDLE_OF_BOX),
            cube("rastrigin", "Rastrigin", Formula.RASTRIGIN, 5.12, 0.0),
            cube("ackley", "Ackley", Formula.ACKLEY, 32.0, 0.0),
            cube("griewank", "Griewank", Formula.GRIEWANK, 600.0, 0.0),
            cube("schwefel-1-2", "Schwefel 1.2", Formula.SCHWEFEL_1_2, 100.0, 0.0),
            cube("schwefel-2-21", "Schwefel 2.21", Formula.SCHWEFEL_2_21, 100.0, 0.0),
            cube("schwefel-2-22", "Schwefel 2.22", Formula.SCHWEFEL_2_22, 10.0, 0.0),
            new ClassicFamily(
                "schwefel-2-26",
                "Schwefel 2.26",
                Formula.SCHWEFEL_2_26,
                -500.0,
                500.0,
                SCHWEFEL_OPTIMUM,
                Placement.NEAR_CORNER),
            cube("levy", "Levy", Formula.LEVY, 10.0, 1.0),
            new ClassicFamily(
                "zakharov", "Zakharov", Formula.ZAKHAROV, -5.0, 10.0, 0.0, Placement.MOST_OF_BOX),
            cube(
                "styblinski-tang",
                "Styblinski-Tang",
                Formula.STYBLINSKI_TANG,
                5.0,
                STYBLINSKI_TANG_OPTIMUM),
            cube("step", "Step", Formula.STEP, 100.0, 0.0),
            cube("penalized-1", "Penalized 1", Formula.PENALIZED_1, 50.0, -1.0),
            cube("penalized-2", "Penalized 2", Formula.PENALIZED_2, 50.0, 1.0));
    List<ObjectiveFamily> families = new ArrayList<>(shifted);
    for (ClassicFamily family : shifted) {
      families.add(family.unshifted());
    }
    return Collections.unmodifiableList(families);
  }

  private static ClassicFamily cube(
      String id, String name, Formula formula, double bound, double centre) {
    return new ClassicFamily(id, name, formula, -bound, bound, centre, Placement.MOST_OF_BOX);
  }
}
