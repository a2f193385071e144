package benchwright.docs;

import benchwright.compile.Compilation;
import benchwright.compile.SuiteCompiler;
import benchwright.engine.Engine;
import benchwright.engine.Listener;
import benchwright.engine.RunOptions;
import benchwright.engine.RunOutcome;
import benchwright.engine.Selectors;
import benchwright.engine.Source;
import benchwright.engine.Surroundings;
import benchwright.plan.Planning;
import benchwright.plan.Selection;
import benchwright.report.Quantity;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Compiles and runs suites quickly, each once, and keeps nothing of the runs. */
public final class ExampleRuns implements AutoCloseable {
  /** An example that takes longer is no example. */
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private final Engine engine;
  private final SuiteCompiler.Together together;
  private final Scratch scratch;
  private final Map<Path, Outcome> done = new HashMap<>();

  public ExampleRuns(Surroundings surroundings, Scratch scratch) {
    this.engine = new Engine(surroundings);
    this.together = engine.compilingTogether();
    this.scratch = scratch;
  }

  @Override
  public void close() {
    together.close();
  }

  Scratch scratch() {
    return scratch;
  }

  /** The suite that {@code script} says, or what is wrong with it. */
  Compilation compile(Path script) {
    return engine.compile(script);
  }

  /** The quick profile of {@code script}; the same again if it was run before. */
  Outcome run(Path script) throws IOException {
    Outcome before = done.get(script);
    if (before != null) {
      return before;
    }
    Outcome outcome = carryOut(script, true);
    done.put(script, outcome);
    return outcome;
  }

  /** The quick profile of {@code script} once more. */
  Outcome again(Path script) throws IOException {
    return carryOut(script, true);
  }

  /** Whether {@code script} could be run. */
  Outcome plan(Path script) throws IOException {
    return carryOut(script, false);
  }

  private Outcome carryOut(Path script, boolean run) throws IOException {
    Compilation compilation = engine.compile(script);
    if (compilation instanceof Compilation.Rejected rejected) {
      return new Outcome.Wrong(rejected.diagnostics());
    }
    Source source = Source.of((Compilation.Compiled) compilation);
    Selection quick = Selection.everything().withProfile(Selection.QUICK);
    Planning planning = Engine.plan(source, quick);
    if (planning instanceof Planning.Rejected rejected) {
      return new Outcome.Refused(rejected.problems());
    }
    if (!run || !(planning instanceof Planning.Planned planned)) {
      return new Outcome.Planned(source.suite());
    }
    RunOptions options =
        RunOptions.defaults().withOutputDirectory(scratch.folder()).withLimit(LONGEST);
    RunOutcome outcome =
        engine
            .begin(source, planned.plan(), Selectors.write(quick), options)
            .carryOut(Listener.none());
    if (outcome instanceof RunOutcome.Finished finished) {
      return new Outcome.Ran(
          source.suite(), finished.manifest(), finished.summary(), finished.failures());
    }
    return outcome instanceof RunOutcome.Rejected rejected
        ? new Outcome.Refused(rejected.problems())
        : outcome instanceof RunOutcome.LimitReached reached
            ? new Outcome.TooLong(Quantity.duration(reached.limit().toNanos()))
            : new Outcome.Refused(List.of("the run was interrupted"));
  }
}
