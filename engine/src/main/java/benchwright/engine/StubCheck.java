package benchwright.engine;

import benchwright.compile.CompilerSetup;
import benchwright.compile.SuiteCompiler;
import benchwright.external.Leash;
import benchwright.measure.operation.SelfCheck;
import java.nio.file.Path;
import java.util.List;

/** Whether an operation of a script costs here what it costs in a benchmark written by hand. */
public final class StubCheck {
  private final Surroundings surroundings;

  /** A check in these surroundings. */
  public StubCheck(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** Measures both ways in so many {@code pairs} of JVMs. */
  public SelfCheck.Result check(int pairs) {
    Leash leash = Leash.of(surroundings.nanos().getAsLong());
    SuiteCompiler compiler =
        new SuiteCompiler(
            CompilerSetup.of(surroundings.properties(), surroundings.environment()),
            surroundings.compilers());
    // Nothing is profiled, so nothing is written there.
    Path profiles = surroundings.directory();
    return new SelfCheck(
            compiler,
            entry -> MeasuredSubjects.forkSetup(surroundings, leash, entry, List.of(), profiles))
        .check(pairs);
  }
}
