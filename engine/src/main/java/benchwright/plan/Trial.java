package benchwright.plan;

import benchwright.artifact.TrialKey;
import benchwright.suite.FunctionSpec;
import benchwright.suite.OptimizerSpec;
import java.util.OptionalDouble;

/**
 * One run of one optimizer on one problem: everything that its result depends on.
 *
 * @param budget how many evaluations it may spend, at least 1
 * @param finalTarget the distance to the optimum at which the trial ends as a success; empty where
 *     the optimum of the function is unknown
 */
public record Trial(
    TrialKey key,
    OptimizerSpec optimizer,
    FunctionSpec function,
    long budget,
    OptionalDouble finalTarget) {

  @Override
  public String toString() {
    return key.toString();
  }
}
