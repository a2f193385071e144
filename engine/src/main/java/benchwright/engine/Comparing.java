package benchwright.engine;

import benchwright.analysis.ComparedCase;
import benchwright.analysis.ComparedSide;
import benchwright.analysis.ComparedTrial;
import benchwright.analysis.Comparisons;
import benchwright.analysis.Limits;
import benchwright.artifact.Baseline;
import benchwright.artifact.Comparison;
import benchwright.artifact.Environment;
import benchwright.artifact.Formats;
import benchwright.artifact.MachineIdentity;
import benchwright.artifact.NoiseFloor;
import benchwright.artifact.Restarts;
import benchwright.artifact.Summary;
import benchwright.artifact.SummaryRow;
import benchwright.artifact.TargetRow;
import benchwright.compile.CompilerSetup;
import benchwright.history.RunReader;
import benchwright.measure.Machine;
import benchwright.measure.MachineFingerprint;
import benchwright.measure.NoiseStore;
import benchwright.measure.Sensors;
import benchwright.suite.Suite;
import benchwright.suite.Threshold;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Compares runs and baselines, and makes baselines of runs. */
public final class Comparing {
  /** A baseline of more trials refers to its run instead of holding them: about 1 MB. */
  public static final int MOST_TRIALS = 2_000;

  /** And of more samples. */
  public static final int MOST_SAMPLES = 50_000;

  private static final Path ROOT = Path.of("/");

  private final Surroundings surroundings;

  public Comparing(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /**
   * The comparison, by the thresholds of the head's suite, else of the base's, and those of the
   * command line.
   *
   * @throws IOException if one of the two cannot be read
   */
  public Comparison compare(Reference base, Reference head, List<Threshold> asked)
      throws IOException {
    Sides sides = new Sides(surroundings.directory());
    Sides.Read one = sides.read(base);
    Sides.Read other = sides.read(head);
    List<Threshold> suite = other.suite().or(one::suite).map(Suite::thresholds).orElse(List.of());
    return new Comparisons(new Limits(suite, asked), noise(one.side(), other.side()))
        .compare(one.side(), other.side());
  }

  /**
   * A baseline of a run.
   *
   * @param replaces the run id of the baseline that it takes the place of; empty for none
   * @throws IOException if the run cannot be read
   */
  public Baseline baseline(String name, Path run, Instant now, String replaces) throws IOException {
    ComparedSide side =
        new Sides(surroundings.directory()).read(new Reference(name, run, false, "")).side();
    int samples = side.cases().stream().mapToInt(each -> each.times().size()).sum();
    boolean small = side.trials().size() <= MOST_TRIALS && samples <= MOST_SAMPLES;
    return new Baseline(
        Formats.BASELINE,
        Formats.VERSION,
        name,
        now.toString(),
        replaces,
        side.run(),
        surroundings.shown(run),
        summary(run),
        side.targets(),
        small ? side.trials().stream().map(ComparedTrial::toBaseline).toList() : List.of(),
        small ? side.cases().stream().map(ComparedCase::toBaseline).toList() : List.of());
  }

  /** Of all targets the hardest, and nothing that takes more than counting. */
  private static Summary summary(Path run) {
    Summary all = RunReader.open(run).summary();
    List<SummaryRow> rows =
        all.rows().stream()
            .map(row -> row.withMeasures(hardest(row), List.of(), Restarts.UNKNOWN))
            .toList();
    return all.withResults(rows, List.of(), List.of());
  }

  private static List<TargetRow> hardest(SummaryRow row) {
    int size = row.targets().size();
    return row.targets().subList(Math.max(0, size - 1), size);
  }

  /** Of this machine, if both sides were measured on it. */
  private Optional<NoiseFloor> noise(ComparedSide base, ComparedSide head) {
    if (base.cases().isEmpty() || head.cases().isEmpty()) {
      return Optional.empty();
    }
    Environment here = new Machine(ROOT).environment(Version.TEXT);
    String fingerprint = MachineFingerprint.of(here).fingerprint();
    if (!fingerprint.equals(base.run().fingerprint())
        || !fingerprint.equals(head.run().fingerprint())) {
      return Optional.empty();
    }
    MachineIdentity machine =
        MachineFingerprint.of(
            here,
            new Sensors(ROOT).processors(),
            surroundings.properties().getProperty("os.name", ""),
            surroundings.properties().getProperty("os.arch", ""));
    return new NoiseStore(
            CompilerSetup.cacheFolder(surroundings.properties(), surroundings.environment()))
        .find(machine);
  }
}
