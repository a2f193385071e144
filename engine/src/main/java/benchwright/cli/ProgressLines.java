package benchwright.cli;

import benchwright.artifact.TrialKey;
import benchwright.artifact.TrialRecord;
import benchwright.engine.Run;
import benchwright.plan.Trial;
import benchwright.report.ProgressText;
import java.util.HashMap;
import java.util.Map;

/** A line for each finished pair of optimizer and function, for logs: no control characters. */
final class ProgressLines extends Tally {
  private final Map<String, Integer> left = new HashMap<>();

  ProgressLines(World world, Run run) {
    super(world, run);
    for (Trial trial : run.open()) {
      left.merge(pair(trial.key()), 1, Integer::sum);
    }
  }

  @Override
  void ended(TrialRecord record) {
    String pair = pair(record.getKey());
    if (left.merge(pair, -1, Integer::sum) == 0) {
      ProgressText.State state = state();
      world()
          .err()
          .println(
              ProgressText.counts(state) + ProgressText.estimate(state) + ": finished " + pair);
    }
  }

  private static String pair(TrialKey key) {
    return key.optimizer() + " on " + key.function();
  }
}
