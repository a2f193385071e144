package benchwright.objective;

import benchwright.suite.Suite;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.apache.commons.math3.optim.MaxEval;

/** Breaks every rule of the house once, so that the architecture test can show that it sees it. */
final class Offender {
  static final List<String> SEEN = new ArrayList<>();
  static int count;

  private Offender() {}

  static double exponential(double x) {
    return Math.exp(x);
  }

  static double luck() {
    return new Random().nextDouble();
  }

  static String hashOrder(List<String> texts) {
    return new HashSet<>(texts).iterator().next();
  }

  static Instant clock() {
    return Instant.now();
  }

  static long parallel(List<String> texts) {
    return texts.parallelStream().count();
  }

  static String title(Suite suite) {
    System.out.println(Arrays.toString(new int[0]));
    return suite.toString();
  }

  static int foreign(MaxEval evaluations) {
    return evaluations.getMaxEval();
  }

  /** A name that says nothing. */
  static final class PointManager {
    private PointManager() {}
  }
}
