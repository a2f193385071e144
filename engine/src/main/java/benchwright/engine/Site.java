package benchwright.engine;

import benchwright.artifact.CommitStamp;
import benchwright.artifact.Environment;
import benchwright.measure.Checkout;
import benchwright.measure.Machine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Where a run is made: which state of the user's sources, which machine.
 *
 * @param remarks what somebody should know about it, as sentences.
 */
record Site(CommitStamp commit, Environment environment, List<String> remarks) {
  private static final Duration GIT_LIMIT = Duration.ofSeconds(2);

  /** Looks at both; git takes its time meanwhile. */
  static Site look(Machine machine, Path directory, Map<String, String> variables) {
    Background<Checkout.Found> found =
        Background.start(
            "benchwright-git", () -> new Checkout(directory, variables, "git", GIT_LIMIT).find());
    Environment environment = machine.environment(Version.TEXT);
    return new Site(found.get().commit(), environment, found.get().warnings());
  }
}
