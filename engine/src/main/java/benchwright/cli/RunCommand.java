package benchwright.cli;

import benchwright.artifact.Shard;
import benchwright.engine.Engine;
import benchwright.engine.Isolation;
import benchwright.engine.Resumption;
import benchwright.engine.Run;
import benchwright.engine.RunOptions;
import benchwright.engine.Source;
import benchwright.history.HistoryFailure;
import benchwright.history.RunReader;
import benchwright.plan.Selection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code bench run}: runs suites, one after another, and keeps what happened. */
final class RunCommand implements Command {
  static final Flag WORKERS =
      Flag.value("--workers", "N", "Trials at a time; by default the number of processors.");
  private static final Flag OUT =
      Flag.value("--out", "FILE", "One compressed file instead of a run directory.");
  private static final Flag RUN_ID =
      Flag.value("--run-id", "ID", "The name of the run directory, instead of time and suite.");
  private static final Flag RESUME =
      Flag.value("--resume", "RUN", "Go on with a run that was interrupted.");
  private static final Flag TIMEOUT =
      Flag.value("--timeout", "TIME", "The time limit of each trial: 30s, 2m, 1h.");
  private static final Flag LIMIT =
      Flag.value(
          "--limit",
          "TIME",
          "Begin no further trial after this time, instead of the suite's limit: 15m, 2h.");
  static final Flag ISOLATE =
      Flag.choice(
          "--isolate",
          List.of("none", "process"),
          "Run trials in processes of their own, which a trial may crash.");

  @Override
  public Grammar grammar() {
    List<Flag> flags = new ArrayList<>(Flags.selectors());
    flags.addAll(
        List.of(
            Sources.CLASSPATH,
            Shards.SHARD,
            WORKERS,
            Runs.OUTPUT_DIRECTORY,
            OUT,
            RUN_ID,
            RESUME,
            TIMEOUT,
            LIMIT,
            ISOLATE,
            Masters.MASTER,
            MeasuringFlags.PIN,
            MeasuringFlags.NICE,
            MeasuringFlags.REQUIRE_QUIET,
            MeasuringFlags.PROFILER,
            ComparisonFlags.COMPARE_TO,
            Thresholds.THRESHOLD,
            ComparisonFlags.REQUIRE_BASELINE,
            ComparisonFlags.FAIL_ON_UNDECIDED,
            ComparisonFlags.BASELINE_DIRECTORY,
            Report.JSON,
            Report.NDJSON,
            Look.QUIET,
            Look.VERBOSE,
            Look.COLOR,
            Progress.MODE));
    return new Grammar(
        "run",
        "Run suites, or one trial: --function sphere --dim 10 --seed 42 --optimizer manta-ray",
        flags,
        Words.any("SUITE.bench.kts", 0, Integer.MAX_VALUE, "The suites, one after another."));
  }

  @Override
  public Exit run(Arguments arguments, World world) throws Complaint {
    RunOptions options = options(arguments, world);
    Optional<Shard> shard = Shards.read(arguments);
    Report report = new Report(arguments, world);
    new ComparedTo(arguments, world).require();
    Engine engine = new Engine(world.surroundings());
    if (arguments.has(RESUME.name())) {
      return resume(arguments, world, engine, options, report);
    }
    List<String> words = Flags.words(arguments, world);
    Selection selection = Flags.selection(words);
    List<Path> scripts = new Suites(world).selected(arguments);
    if (scripts.isEmpty() && arguments.has(Sources.CLASSPATH.name())) {
      throw Complaint.usage(
          "code on a class path is used by a suite's script, and no suite is given",
          "write one with optimizers(optimizer(\"mine\", com.example.Mine())) and name it here");
    }
    List<Source> sources =
        scripts.isEmpty()
            ? List.of(SingleSuite.of(selection))
            : new Sources(engine, Sources.classPath(arguments)).compile(scripts);
    List<Sources.Planned> ready =
        Shards.of(Sources.plan(sources, selection, Numbers.positive(arguments, WORKERS)), shard);
    Masters.check(arguments, ready);
    RunOptions placed = Masters.of(arguments, world, options);
    if (shard.isPresent() && arguments.has(OUT.name())) {
      throw Complaint.usage(
          "a shard is kept in a run directory, not in one file", "leave --out or --shard out");
    }
    if (ready.size() > 1 && (arguments.has(OUT.name()) || arguments.has(RUN_ID.name()))) {
      throw Complaint.usage(
          "one file or one run id cannot hold " + ready.size() + " suites",
          "run them one at a time, or leave --out and --run-id out");
    }
    checkFitsFile(ready.get(0), options);
    Exit exit = Exit.DONE;
    for (Sources.Planned planned : ready) {
      if (planned instanceof Sources.Measured measured) {
        exit = exit.or(new Measuring(arguments, world, engine, options).carryOut(measured, words));
      } else {
        Sources.Ready suite = (Sources.Ready) planned;
        Run run = engine.begin(suite.source(), suite.plan(), words, placed);
        exit = exit.or(new Carrying(world, run, report).carryOut());
      }
      if (exit.compareTo(Exit.REJECTED) < 0) {
        break;
      }
    }
    return exit;
  }

  private static Exit resume(
      Arguments arguments, World world, Engine engine, RunOptions options, Report report)
      throws Complaint {
    if (!arguments.words().isEmpty()
        || !Flags.words(arguments, world).isEmpty()
        || arguments.has(Shards.SHARD.name())) {
      throw Complaint.usage(
          "a resumed run keeps its suite, its selection and its shard",
          "leave them out: bench run --resume " + arguments.value(RESUME.name()).orElse("RUN"));
    }
    Path directory = new Runs(world, arguments).find(arguments.value(RESUME.name()).orElse(""));
    Resumption resumption;
    try {
      RunOptions placed = Masters.of(arguments, world, options);
      resumption = engine.resume(directory, placed, MeasuringFlags.options(arguments));
    } catch (HistoryFailure failure) {
      if (failure.kind() == HistoryFailure.Kind.FINISHED) {
        world.err().println(Runs.shown(world, directory) + " is finished: nothing is left to do.");
        return RunReader.open(directory).manifest().totals().timings() > 0
            ? new TimingReport(arguments, world).finishedBefore(directory)
            : report.finishedBefore(directory);
      }
      throw failure;
    }
    if (resumption instanceof Resumption.Rejected rejected) {
      throw Complaint.told(
          Exit.REJECTED, rejected.problems().stream().map(problem -> "error: " + problem).toList());
    }
    if (resumption instanceof Resumption.Measuring measuring) {
      return new Measuring(arguments, world, engine, options).carryOut(measuring.run());
    }
    return new Carrying(world, ((Resumption.Resumed) resumption).run(), report).carryOut();
  }

  private static RunOptions options(Arguments arguments, World world) throws Complaint {
    RunOptions options =
        RunOptions.defaults()
            .withOutputDirectory(new Runs(world, arguments).outputDirectory())
            .withIsolation(
                arguments.value(ISOLATE.name()).orElse("none").equals("process")
                    ? Isolation.PROCESS
                    : Isolation.NONE);
    Optional<Integer> workers = Numbers.positive(arguments, WORKERS);
    if (workers.isPresent()) {
      options = options.withWorkers(workers.get());
    }
    Optional<String> id = arguments.value(RUN_ID.name());
    if (id.isPresent()) {
      options = options.withRunId(Runs.checkedId(RUN_ID, id.get()));
    }
    Optional<String> file = arguments.value(OUT.name());
    if (file.isPresent()) {
      options = options.withFile(world.directory().resolve(file.get()));
    }
    Optional<Duration> limit = Numbers.duration(arguments, LIMIT);
    if (limit.isPresent()) {
      options = options.withLimit(limit.get());
    }
    return Numbers.duration(arguments, TIMEOUT).map(options::withTimeout).orElse(options);
  }

  private static void checkFitsFile(Sources.Planned planned, RunOptions options) throws Complaint {
    if (options.file().isEmpty()) {
      return;
    }
    Sources.Ready suite =
        Sources.trials(List.of(planned), "is kept in a run directory, not in one file").get(0);
    long pairs =
        suite.plan().trials().stream()
            .map(trial -> trial.key().optimizer() + " " + trial.key().function())
            .distinct()
            .count();
    if (pairs > 1) {
      throw Complaint.usage(
          "--out writes one file for one optimizer and one function; this plan has "
              + pairs
              + " such pairs",
          "leave --out out: results then go into a run directory",
          "or choose a pair: --optimizer ID --function ID");
    }
  }
}
