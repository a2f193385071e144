package benchwright.engine;

import benchwright.artifact.CodeStamp;
import benchwright.artifact.Shard;
import benchwright.compile.Compilation;
import benchwright.compile.SuiteCompiler;
import benchwright.external.Leash;
import benchwright.external.Programs;
import benchwright.history.RunHeader;
import benchwright.history.RunIds;
import benchwright.history.RunWriter;
import benchwright.measure.Machine;
import benchwright.measure.command.Devices;
import benchwright.plan.Catalogue;
import benchwright.plan.Plan;
import benchwright.plan.Planner;
import benchwright.plan.Planning;
import benchwright.plan.Selection;
import benchwright.plan.TimingPlan;
import benchwright.run.Cluster;
import benchwright.run.Pool;
import benchwright.run.TrialRunner;
import benchwright.suite.Profile;
import benchwright.suite.Suite;
import benchwright.timing.TimingRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The road through the house, station by station: text becomes a suite, a suite a plan, a plan a
 * run, a run an artifact with its summary.
 */
public final class Engine {
  private static final Path ROOT = Path.of("/");

  private final Surroundings surroundings;
  private final Machine machine = new Machine(ROOT);
  private final Compiling compiling;
  private final Measurements measurements;
  private final Background<Site> site;

  /** An engine that looks at its site (machine, commit) while the caller goes on. */
  public Engine(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.site =
        Background.start(
            "benchwright-site",
            () -> Site.look(machine, surroundings.directory(), surroundings.environment()));
    this.measurements = new Measurements(surroundings, machine);
    this.compiling = new Compiling(surroundings);
  }

  /**
   * The suite that {@code script} says, or all that is wrong with it, named as it is given here.
   */
  public Compilation compile(Path script) {
    return compile(script, List.of());
  }

  /**
   * As above.
   *
   * @param classPath folders of classes and jars that the script sees beside the vocabulary
   */
  public Compilation compile(Path script, List<Path> classPath) {
    return compiling.compile(script, classPath);
  }

  /** A time in which many suites are compiled, and none measured: each costs less. */
  public SuiteCompiler.Together compilingTogether() {
    return compiling.together();
  }

  /** The devices for computing that this machine has, as CUDA_VISIBLE_DEVICES names them. */
  public static List<String> devices(Map<String, String> environment) {
    return Devices.look(environment).present().stream().map(Devices.Device::index).toList();
  }

  /** What a suite can name. */
  public static Catalogue catalogue(Source source) {
    return new Catalogue(source.bodies());
  }

  /** The trials of the selected part, or all that stands against them. */
  public static Planning plan(Source source, Selection selection) {
    return new Planner(catalogue(source)).plan(source.suite(), selection);
  }

  /**
   * The part of {@code plan} that {@code shard} is to run.
   *
   * @throws IllegalArgumentException if there are more shards than trials
   */
  public static Plan part(Source source, Plan plan, Shard shard) {
    return new Planner(catalogue(source)).part(plan, shard);
  }

  /**
   * Makes ready to run {@code plan}: from here on its directory exists, and is this process's own.
   *
   * @param selectors the selection as somebody wrote it, for the manifest and for a resume.
   * @throws benchwright.history.HistoryFailure if the directory or the file cannot be written.
   */
  public Run begin(Source source, Plan plan, List<String> selectors, RunOptions options) {
    Catalogue catalogue = catalogue(source);
    Instant startedAt = surroundings.clock().instant();
    RunHeader header = header(source, plan, catalogue, selectors, options, startedAt);
    Destination destination =
        options.file().isPresent()
            ? new FileDestination(inDirectory(options.file().get()), header, surroundings.clock())
            : new DirectoryDestination(
                RunWriter.create(
                    inDirectory(options.outputDirectory()), header, surroundings.clock()),
                surroundings.clock());
    return run(header.runId(), source, plan, destination, options);
  }

  /**
   * Makes ready to measure {@code plan}: from here on its directory exists, and is this process's
   * own.
   *
   * @param selectors the selection as somebody wrote it, for the manifest and for a resume.
   * @throws benchwright.history.HistoryFailure if the directory cannot be written.
   */
  public TimingRun begin(
      Source source,
      TimingPlan plan,
      List<String> selectors,
      RunOptions options,
      MeasuringOptions measuring) {
    Instant startedAt = surroundings.clock().instant();
    Site here = site.get();
    RunHeader header =
        new RunHeader(
            options.runId().orElseGet(() -> runId(plan.suite(), startedAt)),
            plan.suite(),
            source.file(),
            source.sha256(),
            plan.profile(),
            plan.digest(),
            List.of(),
            Map.of(),
            Map.of(),
            new ArrayList<>(selectors),
            Isolation.PROCESS.word(),
            source.classPath(),
            source.entry().map(Path::toString).orElse(""),
            here.commit(),
            here.environment(),
            startedAt);
    RunWriter writer =
        RunWriter.create(inDirectory(options.outputDirectory()), header, surroundings.clock());
    return measurements.run(source, plan, writer, options, measuring, here.remarks());
  }

  /**
   * Makes ready to go on with the unfinished run in {@code directory}: of {@code options} only
   * workers, time limits, isolation and cluster count.
   *
   * @throws benchwright.history.HistoryFailure if there is no such run, or nothing left to do.
   */
  public Resumption resume(Path directory, RunOptions options) {
    return resume(directory, options, MeasuringOptions.DEFAULTS);
  }

  /** As above; {@code measuring} counts for a run that measures time. */
  public Resumption resume(Path directory, RunOptions options, MeasuringOptions measuring) {
    RunWriter writer = RunWriter.resume(inDirectory(directory), surroundings.clock());
    Resumption resumption = resume(writer, options, measuring);
    if (resumption instanceof Resumption.Rejected) {
      writer.close();
    }
    return resumption;
  }

  /**
   * Joins the finished runs of shards to one run in the directory {@code target}, whose results
   * digest is that of a run that was never divided; or says all that stands against it.
   *
   * @throws benchwright.history.HistoryFailure if the directory exists or cannot be written
   */
  public Merging merge(List<Path> runs, Path target) {
    return merge(runs, target, MergeListener.none());
  }

  /** As above; {@code listener} is told how far it has come. */
  public Merging merge(List<Path> runs, Path target, MergeListener listener) {
    return new Merger(surroundings, listener).merge(runs, target);
  }

  private Resumption resume(RunWriter writer, RunOptions options, MeasuringOptions measuring) {
    RunHeader header = writer.header();
    Optional<Source> found = sourceOf(header);
    if (found.isEmpty()) {
      return new Resumption.Rejected(
          List.of(
              "The run "
                  + header.runId()
                  + " was begun with another "
                  + header.suiteFile()
                  + ": what is there now has changed since, so its results would not fit together."
                  + " Restore the script, or begin a new run."));
    }
    Source source = found.get();
    Selectors.Reading reading = Selectors.read(header.selection());
    if (reading instanceof Selectors.Reading.Misread misread) {
      return new Resumption.Rejected(misread.problems());
    }
    Selection selection =
        ((Selectors.Reading.Selected) reading).selection().withProfile(header.profile());
    Planning planning = plan(source, selection);
    if (planning instanceof Planning.Rejected rejected) {
      return new Resumption.Rejected(rejected.problems());
    }
    Optional<String> refusal = options.cluster().flatMap(place -> Clusters.refusal(planning));
    if (refusal.isPresent()) {
      return new Resumption.Rejected(List.of(refusal.get()));
    }
    if (planning instanceof Planning.Timed timed) {
      return timed.plan().digest().equals(header.planDigest())
          ? new Resumption.Measuring(
              measurements.run(
                  source, timed.plan(), writer, options, measuring, site.get().remarks()))
          : plannedDifferently(header);
    }
    Plan plan = ((Planning.Planned) planning).plan();
    if (!plan.digest().equals(header.planDigest())) {
      return plannedDifferently(header);
    }
    Destination destination = new DirectoryDestination(writer, surroundings.clock());
    return new Resumption.Resumed(
        run(
            header.runId(),
            source,
            plan.only(new HashSet<>(header.planOrder()), header.shard()),
            destination,
            options));
  }

  private static Resumption plannedDifferently(RunHeader header) {
    return new Resumption.Rejected(
        List.of(
            "The run "
                + header.runId()
                + " was begun by a version of Benchwright that planned it differently."
                + " Go on with that version ("
                + header.environment().benchwright()
                + "), or begin a new run."));
  }

  /** The suite that the run was begun with; empty if its script is not the same any more. */
  private Optional<Source> sourceOf(RunHeader header) {
    if (header.suiteSha256().isEmpty()) {
      return Optional.of(Source.of(header.suite()));
    }
    if (!header.cacheEntry().isEmpty() && Files.isDirectory(Path.of(header.cacheEntry()))) {
      Optional<Source> kept = same(compiling.load(Path.of(header.cacheEntry())), header);
      if (kept.isPresent()) {
        return kept;
      }
    }
    List<Path> classPath = header.classPath().stream().map(code -> Path.of(code.path())).toList();
    return same(compile(Path.of(header.suiteFile()), classPath), header);
  }

  private static Optional<Source> same(Compilation compilation, RunHeader header) {
    return compilation instanceof Compilation.Compiled compiled
            && compiled.sha256().equals(header.suiteSha256())
            && sums(Source.of(compiled).classPath()).equals(sums(header.classPath()))
        ? Optional.of(Source.of(compiled))
        : Optional.empty();
  }

  private static List<String> sums(List<CodeStamp> classPath) {
    return classPath.stream().map(CodeStamp::sha256).toList();
  }

  private Run run(
      String runId, Source source, Plan plan, Destination destination, RunOptions options) {
    Leash leash = Leash.of(surroundings.nanos().getAsLong());
    Programs programs = new Programs(surroundings.directory(), leash);
    Catalogue catalogue = new Catalogue(source.bodies(), programs::optimizer);
    Planner planner = new Planner(catalogue);
    TrialRunner runner =
        new TrialRunner(catalogue, surroundings.nanos(), machine::peakResidentBytes);
    Optional<Cluster> cluster = options.cluster().map(place -> place.apply(source));
    Pool pool =
        Pools.of(
            options,
            cluster,
            runner,
            planner,
            () -> new WorkerJvm(surroundings, source.entry(), options.workers(), leash));
    return new Run(
        runId,
        site.get().remarks(),
        plan,
        planner,
        pool,
        cluster,
        programs,
        destination,
        machine,
        surroundings.nanos(),
        options.limit().or(() -> limit(plan)));
  }

  /** What the suite says of the profile that is run. */
  public static Optional<Duration> limit(Plan plan) {
    return limit(plan.suite(), plan.profile());
  }

  static Optional<Duration> limit(Suite suite, String name) {
    Profile profile = name.equals(Selection.QUICK) ? suite.quick() : suite.full();
    return profile.limitSeconds() == 0
        ? Optional.empty()
        : Optional.of(Duration.ofSeconds(profile.limitSeconds()));
  }

  private RunHeader header(
      Source source,
      Plan plan,
      Catalogue catalogue,
      List<String> selectors,
      RunOptions options,
      Instant startedAt) {
    Site here = site.get();
    return new RunHeader(
        options.runId().orElseGet(() -> runId(plan.suite(), startedAt)),
        plan.suite(),
        source.file(),
        source.sha256(),
        plan.profile(),
        plan.digest(),
        plan.shard(),
        Run.keys(plan),
        Descriptions.optimizers(plan, catalogue),
        Descriptions.functions(plan, catalogue),
        new ArrayList<>(selectors),
        options.cluster().isPresent() ? "cluster" : options.isolation().word(),
        source.classPath(),
        source.entry().map(Path::toString).orElse(""),
        here.commit(),
        here.environment(),
        startedAt);
  }

  /** Two runs of one second differ in what lies below the second, or in their process. */
  private static String runId(Suite suite, Instant startedAt) {
    int distinction = 31 * startedAt.hashCode() + (int) ProcessHandle.current().pid();
    return RunIds.of(startedAt, suite.name(), distinction ^ (distinction >>> 16));
  }

  private Path inDirectory(Path path) {
    return surroundings.directory().resolve(path);
  }
}
