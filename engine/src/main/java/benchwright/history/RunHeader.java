package benchwright.history;

import benchwright.artifact.CodeStamp;
import benchwright.artifact.CommitStamp;
import benchwright.artifact.Environment;
import benchwright.artifact.Shard;
import benchwright.artifact.TrialKey;
import benchwright.suite.Suite;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kotlinx.serialization.json.JsonObject;

/**
 * Everything that is known of a run before its first trial, and all that a resume needs.
 *
 * @param suiteFile the script as the user named it; empty if there is none
 * @param suiteSha256 of the script, in hexadecimal digits; empty if there is none
 * @param profile {@code quick} or {@code full}
 * @param planDigest that of the whole plan, also for a shard
 * @param shard which part of the plan is to be run
 * @param planOrder all trials to be run, in the order of the plan
 * @param optimizers by id, each as it stands in the histories: {@code {"id", "kind", …parameters,
 *     "determinism"}}
 * @param functions by id, each as it stands in the histories: {@code {"id", "suite"?, "number"?,
 *     "name"}}
 * @param selection the selectors as the user wrote them; empty for everything
 * @param isolation {@code none}, {@code process} or {@code cluster}
 * @param classPath the code of the user's own that the script sees
 * @param cacheEntry where the compiled script lies on this machine, a hint for a resume; empty if
 *     nowhere
 */
public record RunHeader(
    String runId,
    Suite suite,
    String suiteFile,
    String suiteSha256,
    String profile,
    String planDigest,
    Shard shard,
    List<TrialKey> planOrder,
    Map<String, JsonObject> optimizers,
    Map<String, JsonObject> functions,
    List<String> selection,
    String isolation,
    List<CodeStamp> classPath,
    String cacheEntry,
    CommitStamp commit,
    Environment environment,
    Instant startedAt) {

  /**
   * Copies what it is given.
   *
   * @throws IllegalArgumentException if a planned trial's optimizer or function is not described
   */
  public RunHeader {
    planOrder = List.copyOf(planOrder);
    optimizers = Collections.unmodifiableMap(new TreeMap<>(optimizers));
    functions = Collections.unmodifiableMap(new TreeMap<>(functions));
    selection = List.copyOf(selection);
    classPath = List.copyOf(classPath);
    for (TrialKey key : planOrder) {
      if (!optimizers.containsKey(key.optimizer()) || !functions.containsKey(key.function())) {
        throw new IllegalArgumentException(key + " needs a description of optimizer and function");
      }
    }
  }

  /** The header of a run that does its whole plan. */
  public RunHeader(
      String runId,
      Suite suite,
      String suiteFile,
      String suiteSha256,
      String profile,
      String planDigest,
      List<TrialKey> planOrder,
      Map<String, JsonObject> optimizers,
      Map<String, JsonObject> functions,
      List<String> selection,
      String isolation,
      List<CodeStamp> classPath,
      String cacheEntry,
      CommitStamp commit,
      Environment environment,
      Instant startedAt) {
    this(
        runId,
        suite,
        suiteFile,
        suiteSha256,
        profile,
        planDigest,
        Shard.WHOLE,
        planOrder,
        optimizers,
        functions,
        selection,
        isolation,
        classPath,
        cacheEntry,
        commit,
        environment,
        startedAt);
  }
}
