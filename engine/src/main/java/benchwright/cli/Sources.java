package benchwright.cli;

import benchwright.compile.Compilation;
import benchwright.compile.Diagnostic;
import benchwright.compile.SuiteCompiler;
import benchwright.engine.Engine;
import benchwright.engine.Source;
import benchwright.plan.Plan;
import benchwright.plan.Planning;
import benchwright.plan.Selection;
import benchwright.plan.TimingPlan;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads and plans the suites of a command line; all of them before the first one is run. */
final class Sources {
  static final Flag CLASSPATH =
      Flag.value(
          "--classpath",
          "PATHS",
          "Code of your own that the suite may use: target/classes, or jars; several with "
              + File.pathSeparator
              + ".");

  /** A suite that can be run. */
  sealed interface Planned {
    Source source();
  }

  /** A suite of optimizers. */
  record Ready(Source source, Plan plan) implements Planned {}

  /** A suite that measures time. */
  record Measured(Source source, TimingPlan plan) implements Planned {}

  private final Engine engine;

  private final List<Path> classPath;

  Sources(Engine engine, List<Path> classPath) {
    this.engine = engine;
    this.classPath = classPath;
  }

  /** What the flag names, if it is given: paths with colons between them. */
  static List<Path> classPath(Arguments arguments) {
    List<Path> paths = new ArrayList<>();
    String value = arguments.value(CLASSPATH.name()).orElse("");
    for (String path : value.split(File.pathSeparator, -1)) {
      if (!path.isBlank()) {
        paths.add(Path.of(path));
      }
    }
    return paths;
  }

  /** What the scripts say; a complaint that holds all problems of all of them. */
  List<Source> compile(List<Path> scripts) throws Complaint {
    List<Source> sources = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    SuiteCompiler.Together together = engine.compilingTogether();
    try {
      for (Path script : scripts) {
        Compilation compilation = engine.compile(script, classPath);
        if (compilation instanceof Compilation.Compiled compiled) {
          sources.add(Source.of(compiled));
        } else {
          for (Diagnostic diagnostic : ((Compilation.Rejected) compilation).diagnostics()) {
            problems.add(diagnostic.toText());
          }
        }
      }
    } finally {
      together.close();
    }
    if (!problems.isEmpty()) {
      throw Complaint.told(Exit.REJECTED, problems);
    }
    return sources;
  }

  /** The plans of the selected parts. */
  static List<Planned> plan(List<Source> sources, Selection selection) throws Complaint {
    return plan(sources, selection, Optional.empty());
  }

  /**
   * As above.
   *
   * @param workers for suites that measure time, where it is part of what is measured
   */
  static List<Planned> plan(List<Source> sources, Selection selection, Optional<Integer> workers)
      throws Complaint {
    List<Planned> ready = new ArrayList<>();
    for (Source source : sources) {
      Planning planning =
          Engine.plan(
              source,
              workers.isPresent() && source.suite().speed().isAsked()
                  ? selection.withTiming(selection.timing().withWorkers(workers.get()))
                  : selection);
      if (planning instanceof Planning.Rejected rejected) {
        throw rejected(source, selection, rejected.problems());
      }
      ready.add(
          planning instanceof Planning.Timed timed
              ? new Measured(source, timed.plan())
              : new Ready(source, ((Planning.Planned) planning).plan()));
    }
    return ready;
  }

  /** The plans if all are of trials; else a complaint that {@code what} cannot be done. */
  static List<Ready> trials(List<Planned> planned, String what) throws Complaint {
    List<Ready> ready = new ArrayList<>();
    for (Planned each : planned) {
      if (!(each instanceof Ready trials)) {
        throw Complaint.usage(
            each.source().suite().name() + " measures time, and " + what,
            "leave it to suites of optimizers");
      }
      ready.add(trials);
    }
    return ready;
  }

  /**
   * A selection that fits no suite is wrong usage, unless the suite could not be run as a whole.
   */
  private static Complaint rejected(Source source, Selection selection, List<String> problems) {
    Selection whole = Selection.everything().withProfile(selection.profile());
    boolean sound = !(Engine.plan(source, whole) instanceof Planning.Rejected);
    String prefix = source.file().isEmpty() ? "error: " : source.file() + ": error: ";
    return Complaint.told(
        sound || source.file().isEmpty() ? Exit.USAGE : Exit.REJECTED,
        problems.stream().map(problem -> prefix + problem).toList());
  }
}
