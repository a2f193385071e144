package benchwright.junit;

import benchwright.artifact.ComparedRun;
import benchwright.artifact.Manifest;
import benchwright.artifact.Verdict;
import benchwright.engine.Comparing;
import benchwright.engine.Reference;
import benchwright.engine.References;
import benchwright.engine.RunOutcome;
import benchwright.engine.Surroundings;
import benchwright.history.BaselineFiles;
import benchwright.suite.Suite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Compares with the baseline that has the name of the suite, in {@code benchmarks/baselines} below
 * the working directory, if it is one of the same profile. A run of chosen tests alone is not
 * judged: what it lacks is no regression.
 */
record BaselineJudge(Surroundings surroundings) implements Judge {
  private static final Set<String> WHOLE = Set.of("--quick", "--full");

  @Override
  public Optional<Verdict> judge(Suite suite, RunOutcome.Finished run) {
    Path directory = surroundings.directory();
    BaselineFiles baselines = new BaselineFiles(directory.resolve(References.BASELINES));
    Manifest manifest = run.manifest();
    boolean chosen =
        manifest.selection().stream()
            .anyMatch(word -> word.startsWith("--") && !WHOLE.contains(word));
    if (chosen || !BaselineFiles.isName(suite.name()) || !baselines.exists(suite.name())) {
      return Optional.empty();
    }
    Reference base = new Reference(suite.name(), baselines.file(suite.name()), true, "");
    Reference head = new Reference(manifest.runId(), run.run(), false, "");
    try {
      var comparison = new Comparing(surroundings).compare(base, head, List.of());
      return isAlike(comparison.base(), manifest)
          ? Optional.of(comparison.verdict())
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isAlike(ComparedRun base, Manifest head) {
    return base.profile().equals(head.profile());
  }
}
