package benchwright.plan;

import benchwright.Optimizer;
import benchwright.optimizer.adapter.CommonsMath;
import benchwright.optimizer.adapter.Hipparchus;
import benchwright.suite.AdaptedOptimizer;
import benchwright.suite.CommonsBobyqa;
import benchwright.suite.CommonsCmaEs;
import benchwright.suite.CommonsMultidirectional;
import benchwright.suite.CommonsNelderMead;
import benchwright.suite.CommonsPowell;
import benchwright.suite.HipparchusBobyqa;
import benchwright.suite.HipparchusCmaEs;
import benchwright.suite.HipparchusMultidirectional;
import benchwright.suite.HipparchusNelderMead;
import benchwright.suite.HipparchusPowell;
import java.util.List;

/** The optimizers of other libraries, joined to the code that calls them. */
final class AdaptedOptimizers {
  private AdaptedOptimizers() {}

  static List<AdaptedOptimizer> shipped() {
    return List.of(
        new CommonsCmaEs(),
        new CommonsBobyqa(),
        new CommonsNelderMead(),
        new CommonsMultidirectional(),
        new CommonsPowell(),
        new HipparchusCmaEs(),
        new HipparchusBobyqa(),
        new HipparchusNelderMead(),
        new HipparchusMultidirectional(),
        new HipparchusPowell());
  }

  /** A new optimizer, good for one trial; a library's classes are loaded when it is the one. */
  static Optimizer make(AdaptedOptimizer spec) {
    if (spec instanceof CommonsCmaEs cmaEs) {
      return CommonsMath.cmaEs(cmaEs.sigma());
    }
    if (spec instanceof CommonsBobyqa bobyqa) {
      return CommonsMath.bobyqa(bobyqa.radius());
    }
    if (spec instanceof CommonsNelderMead simplex) {
      return CommonsMath.nelderMead(simplex.edge(), isClipped(simplex, simplex.outside()));
    }
    if (spec instanceof CommonsMultidirectional simplex) {
      return CommonsMath.multidirectional(simplex.edge(), isClipped(simplex, simplex.outside()));
    }
    if (spec instanceof CommonsPowell powell) {
      return CommonsMath.powell(powell.step(), isClipped(powell, powell.outside()));
    }
    if (spec instanceof HipparchusCmaEs cmaEs) {
      return Hipparchus.cmaEs(cmaEs.sigma());
    }
    if (spec instanceof HipparchusBobyqa bobyqa) {
      return Hipparchus.bobyqa(bobyqa.radius());
    }
    if (spec instanceof HipparchusNelderMead simplex) {
      return Hipparchus.nelderMead(simplex.edge(), isClipped(simplex, simplex.outside()));
    }
    if (spec instanceof HipparchusMultidirectional simplex) {
      return Hipparchus.multidirectional(simplex.edge(), isClipped(simplex, simplex.outside()));
    }
    if (spec instanceof HipparchusPowell powell) {
      return Hipparchus.powell(powell.step(), isClipped(powell, powell.outside()));
    }
    throw new IllegalArgumentException("there is no code for the optimizer " + spec.getId());
  }

  private static boolean isClipped(AdaptedOptimizer spec, String outside) {
    return switch (outside) {
      case "evaluated" -> false;
      case "clipped" -> true;
      default ->
          throw new IllegalArgumentException(
              "points outside the box are evaluated or clipped; the optimizer "
                  + spec.getId()
                  + " says "
                  + outside);
    };
  }

  /** The smallest dimension that the method can work in. */
  static int smallestDimension(AdaptedOptimizer spec) {
    return isBobyqa(spec) ? 2 : 1;
  }

  /** About what one evaluation costs beside the function, measured once. */
  static double nanos(AdaptedOptimizer spec, int dimension) {
    if (spec instanceof CommonsCmaEs || spec instanceof HipparchusCmaEs) {
      return 3_500 + 380.0 * dimension;
    }
    if (isBobyqa(spec)) {
      return 10_000 + 100.0 * dimension * dimension;
    }
    if (spec instanceof CommonsPowell || spec instanceof HipparchusPowell) {
      return 250 + 5.0 * dimension;
    }
    return 300 + 15.0 * dimension;
  }

  private static boolean isBobyqa(AdaptedOptimizer spec) {
    return spec instanceof CommonsBobyqa || spec instanceof HipparchusBobyqa;
  }
}
