package benchwright.plan;

import benchwright.artifact.Shard;
import benchwright.artifact.TrialKey;
import benchwright.suite.Suite;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Every trial to be run, in the order in which results are kept: optimizer × function × dimension ×
 * instance × seed, each as the suite lists it.
 *
 * @param profile {@code quick} or {@code full}
 * @param digest SHA-256, in hexadecimal, over one canonical line for each trial of the whole plan;
 *     equal digests promise equal results as long as the bodies in the script are equal too
 * @param shard which part of the whole plan the trials are
 */
public record Plan(Suite suite, String profile, List<Trial> trials, String digest, Shard shard) {
  public Plan {
    trials = List.copyOf(trials);
  }

  /** A whole plan. */
  public Plan(Suite suite, String profile, List<Trial> trials, String digest) {
    this(suite, profile, trials, digest, Shard.WHOLE);
  }

  /** The trials of {@code keys} alone, known as {@code part} of this plan. */
  public Plan only(Set<TrialKey> keys, Shard part) {
    List<Trial> kept = new ArrayList<>(keys.size());
    for (Trial trial : trials) {
      if (keys.contains(trial.key())) {
        kept.add(trial);
      }
    }
    return new Plan(suite, profile, kept, digest, part);
  }
}
