package benchwright.engine;

import benchwright.compile.Compilation;
import benchwright.compile.Diagnostic;
import benchwright.plan.Planning;
import benchwright.plan.Selection;
import benchwright.suite.Suite;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs suites from a program in Java or Kotlin, in one call.
 *
 * <p>The call returns when the run has ended and its artifact lies in the output directory. Nothing
 * is printed; a {@link Listener} hears what happens. {@link Engine} offers the same road station by
 * station.
 */
public final class Benchwright {
  private Benchwright() {}

  /** Runs all of {@code suite} on all processors and keeps the results in benchmarks/results. */
  public static RunOutcome run(Suite suite) {
    return run(suite, Selection.everything(), RunOptions.defaults(), Listener.none());
  }

  /** Runs the selected part of {@code suite}. */
  public static RunOutcome run(
      Suite suite, Selection selection, RunOptions options, Listener listener) {
    return run(engine(), Source.of(suite), selection, options, listener);
  }

  /** Runs all of the suite that {@code script} says. */
  public static RunOutcome run(Path script) {
    return run(script, Selection.everything(), RunOptions.defaults(), Listener.none());
  }

  /** Compiles {@code script} and runs the selected part of its suite. */
  public static RunOutcome run(
      Path script, Selection selection, RunOptions options, Listener listener) {
    Engine engine = engine();
    Compilation compilation = engine.compile(script);
    if (compilation instanceof Compilation.Rejected rejected) {
      List<String> problems = new ArrayList<>();
      for (Diagnostic diagnostic : rejected.diagnostics()) {
        problems.add(diagnostic.toText());
      }
      return new RunOutcome.Rejected(problems);
    }
    Source source = Source.of((Compilation.Compiled) compilation);
    return run(engine, source, selection, options, listener);
  }

  private static RunOutcome run(
      Engine engine, Source source, Selection selection, RunOptions options, Listener listener) {
    Planning planning = Engine.plan(source, selection);
    if (planning instanceof Planning.Rejected rejected) {
      return new RunOutcome.Rejected(rejected.problems());
    }
    return engine
        .begin(source, ((Planning.Planned) planning).plan(), Selectors.write(selection), options)
        .carryOut(listener);
  }

  /** Those of this process: its directory, environment, properties and clocks. */
  public static Surroundings surroundings() {
    return new Surroundings(
        Path.of("").toAbsolutePath(),
        System.getenv(),
        System.getProperties(),
        Clock.systemUTC(),
        System::nanoTime,
        ProcessBuilder::start);
  }

  private static Engine engine() {
    return new Engine(surroundings());
  }
}
