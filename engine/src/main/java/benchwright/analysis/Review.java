package benchwright.analysis;

import benchwright.artifact.Manifest;
import benchwright.artifact.Summary;
import benchwright.suite.Suite;
import java.util.List;
import java.util.Optional;

/**
 * All that a report of one run says, as numbers. Worked out from the records of the run, whatever
 * its summary lacks; lists are empty where there is nothing to say.
 *
 * @param suite what was asked; empty where the run did not keep it
 * @param summary rows with all their measures, groups and standings; timings as they were stored
 * @param optimizers ids in the order of the run
 * @param functions ids in the order of the run
 * @param dimensions ascending
 * @param targets distances to the optimum, the easiest first
 * @param groups of functions: those of BBOB where they apply, and {@code all}, which comes last
 * @param distributions of running times: each optimizer × group × dimension, 0 for all of them
 * @param convergence each optimizer × function × dimension
 * @param scaling each optimizer × function × some targets, if there is more than one dimension
 * @param profiles of performance and of data: each optimizer × dimension, 0 for all of them
 * @param contests each function × dimension, if there is more than one optimizer
 * @param failures what failed and why
 * @param times what trials took, each optimizer × dimension
 */
public record Review(
    Manifest manifest,
    Optional<Suite> suite,
    Summary summary,
    List<String> optimizers,
    List<String> functions,
    List<Integer> dimensions,
    List<Double> targets,
    List<FunctionGroup> groups,
    List<RuntimeDistribution> distributions,
    List<Convergence> convergence,
    List<Scaling> scaling,
    List<Profile> profiles,
    List<Contest> contests,
    List<FailureGroup> failures,
    List<TrialTimes> times) {
  public Review {
    optimizers = List.copyOf(optimizers);
    functions = List.copyOf(functions);
    dimensions = List.copyOf(dimensions);
    targets = List.copyOf(targets);
    groups = List.copyOf(groups);
    distributions = List.copyOf(distributions);
    convergence = List.copyOf(convergence);
    scaling = List.copyOf(scaling);
    profiles = List.copyOf(profiles);
    contests = List.copyOf(contests);
    failures = List.copyOf(failures);
    times = List.copyOf(times);
  }
}
