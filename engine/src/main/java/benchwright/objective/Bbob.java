package benchwright.objective;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The 24 noiseless functions of the Black-Box Optimization Benchmark, BBOB (INRIA RR-6829). */
public final class Bbob {
  private static final List<ObjectiveFamily> FUNCTIONS = families();

  private Bbob() {}

  /** The families {@code bbob-f1} to {@code bbob-f24}, in this order. */
  public static List<ObjectiveFamily> functions() {
    return FUNCTIONS;
  }

  private static List<ObjectiveFamily> families() {
    List<ObjectiveFamily> families = new ArrayList<>();
    for (int number = 1; number <= BbobFamily.COUNT; number++) {
      families.add(new BbobFamily(number));
    }
    return Collections.unmodifiableList(families);
  }
}
