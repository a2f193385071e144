package benchwright.engine;

import benchwright.artifact.CommitStamp;
import benchwright.artifact.Environment;
import benchwright.measure.Checkout;
import benchwright.measure.Machine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Where a run is made: which state of the user's sources, which machine. */
record Site(CommitStamp commit, Environment environment) {
  private static final Duration GIT_LIMIT = Duration.ofSeconds(2);

  /** Looks at both; git takes its time meanwhile. */
  static Site look(Machine machine, Path directory, Map<String, String> variables) {
    Background<Checkout.Found> found =
        Background.start(
            "benchwright-git", () -> new Checkout(directory, variables, "git", GIT_LIMIT).find());
    Environment environment = machine.environment(Version.TEXT);
    List<String> warnings = new ArrayList<>(environment.warnings());
    warnings.addAll(found.get().warnings());
    return new Site(found.get().commit(), withWarnings(environment, warnings));
  }

  private static Environment withWarnings(Environment environment, List<String> warnings) {
    return new Environment(
        environment.host(),
        environment.os(),
        environment.cpu(),
        environment.cores(),
        environment.memoryBytes(),
        environment.jvm(),
        environment.kotlin(),
        environment.benchwright(),
        environment.governor(),
        List.copyOf(warnings));
  }
}
