package benchwright.cli;

import benchwright.artifact.Diagnosis;
import benchwright.artifact.Documents;
import benchwright.artifact.Formats;
import benchwright.artifact.MachineIdentity;
import benchwright.artifact.MachineState;
import benchwright.artifact.NoiseFloor;
import benchwright.compile.CompilerSetup;
import benchwright.engine.StubCheck;
import benchwright.engine.Version;
import benchwright.measure.Machine;
import benchwright.measure.MachineFingerprint;
import benchwright.measure.MeasuringLock;
import benchwright.measure.NoiseStore;
import benchwright.measure.Quietness;
import benchwright.measure.Sensors;
import benchwright.measure.Tuning;
import benchwright.measure.operation.SelfCheck;
import benchwright.report.DoctorText;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** {@code bench doctor}: whether this machine is fit to measure on, and what to do about it. */
final class DoctorCommand implements Command {
  /** How long others are watched. */
  static final Duration LOOK = Duration.ofSeconds(1);

  private static final Flag NOISE =
      Flag.value(
          "--noise", "TIME", "Launch identical code for so long, such as 30s, and keep its noise.");
  private static final Flag TUNE =
      Flag.toggle("--tune", "Set governor performance and turbo off, as root; keep what was set.");
  private static final Flag RESTORE = Flag.toggle("--restore", "Put back what --tune has set.");
  private static final Flag SELF =
      Flag.toggle("--self", "Measure the same work by a script and by JMH alone, for 20 s.");
  private static final Flag REQUIRE_QUIET =
      Flag.toggle("--require-quiet", "End with 6 if the machine is not fit to measure on.");
  private static final Flag JSON =
      Flag.toggle("--json", "Print the diagnosis as schemas/diagnosis-schema.json says.");
  private static final int SELF_CHECK_PAIRS = 5;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private final Path root;
  private final Duration look;

  /**
   * @param root of the file system
   * @param look how long others are watched
   */
  DoctorCommand(Path root, Duration look) {
    this.root = root;
    this.look = look;
  }

  @Override
  public Grammar grammar() {
    return new Grammar(
        "doctor",
        "Tell whether this machine is fit to measure on, how noisy it is, and what to do.",
        List.of(NOISE, TUNE, RESTORE, SELF, REQUIRE_QUIET, JSON, Look.QUIET, Look.COLOR),
        Words.NONE);
  }

  @Override
  public Exit run(Arguments arguments, World world) throws Complaint, IOException {
    if (arguments.has(TUNE.name()) && arguments.has(RESTORE.name())) {
      throw Complaint.usage("a machine is tuned or restored, not both", "leave one of them out");
    }
    Optional<Duration> noise = Numbers.duration(arguments, NOISE);
    Exit exit = Exit.DONE;
    if (arguments.has(RESTORE.name())) {
      return told(new Tuning(root).restore(), world);
    }
    if (arguments.has(TUNE.name())) {
      exit = told(new Tuning(root).tune(), world);
      if (exit != Exit.DONE && noise.isEmpty()) {
        return exit;
      }
    }
    Instant at = world.now();
    Properties properties = world.surroundings().properties();
    Sensors sensors = new Sensors(root);
    MachineState state = watch(sensors, look);
    MachineIdentity machine =
        MachineFingerprint.of(
            new Machine(root).environment(Version.TEXT),
            state.processors(),
            properties.getProperty("os.name", ""),
            properties.getProperty("os.arch", ""));
    NoiseStore store =
        new NoiseStore(CompilerSetup.cacheFolder(properties, world.surroundings().environment()));
    NoiseFloor floor =
        noise.isPresent()
            ? new NoiseRun(arguments, world, sensors).measure(machine, noise.get(), store)
            : store.find(machine).orElseGet(() -> NoiseFloor.unknown(machine));
    Quietness quietness = Quietness.of(state);
    Diagnosis diagnosis =
        new Diagnosis(
            Formats.DIAGNOSIS,
            Formats.VERSION,
            TIME.format(at),
            machine,
            state,
            quietness.isFit(),
            quietness.remarks(),
            floor);
    if (arguments.has(JSON.name())) {
      world.out().print(Documents.page(Documents.toJson(diagnosis)));
    } else {
      world.out().print(DoctorText.render(diagnosis, Look.of(arguments, world).palette()));
    }
    if (arguments.has(SELF.name())) {
      exit = exit.or(self(world));
    }
    return quietness.isFit() || !arguments.has(REQUIRE_QUIET.name()) ? exit : exit.or(Exit.UNFIT);
  }

  /** How quiet this machine is in the next second. */
  static Quietness quietness() throws Complaint {
    return Quietness.of(watch(new Sensors(Path.of("/")), LOOK));
  }

  private static Exit self(World world) {
    world.out().flush();
    SelfCheck.Result result;
    try (MeasuringLock lock = NoiseRun.lock(world)) {
      lock.acquire(reason -> world.err().println(reason))
          .ifPresent(warning -> world.err().println("warning: " + warning));
      result = new StubCheck(world.surroundings()).check(SELF_CHECK_PAIRS);
    }
    world.err().println("self-check: " + result.sentence());
    return result.verdict() == SelfCheck.Verdict.SAME
            || result.verdict() == SelfCheck.Verdict.UNCLEAR
        ? Exit.DONE
        : Exit.TRIAL_FAILED;
  }

  private static MachineState watch(Sensors sensors, Duration time) throws Complaint {
    try {
      return sensors.watch(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Complaint.of(Exit.INTERRUPTED, "interrupted");
    }
  }

  private static Exit told(Tuning.Outcome outcome, World world) {
    outcome.done().forEach(line -> world.err().println("set: " + line));
    outcome.absent().forEach(line -> world.err().println("not here: " + line));
    outcome.refused().forEach(line -> world.err().println("error: " + line));
    if (outcome.done().isEmpty() && outcome.refused().isEmpty()) {
      world.err().println("nothing to set");
    }
    return outcome.refused().isEmpty() ? Exit.DONE : Exit.ARTIFACT;
  }
}
