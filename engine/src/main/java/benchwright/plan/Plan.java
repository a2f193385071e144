package benchwright.plan;

import benchwright.suite.Suite;
import java.util.List;

/**
 * Every trial to be run, in the order in which results are kept: optimizer × function × dimension ×
 * instance × seed, each as the suite lists it.
 *
 * @param profile {@code quick} or {@code full}
 * @param digest SHA-256, in hexadecimal, over one canonical line for each trial; equal digests
 *     promise equal results as long as the bodies in the script are equal too
 */
public record Plan(Suite suite, String profile, List<Trial> trials, String digest) {
  public Plan {
    trials = List.copyOf(trials);
  }
}
