package benchwright.engine;

import benchwright.analysis.ComparedCase;
import benchwright.analysis.ComparedSide;
import benchwright.analysis.ComparedTrial;
import benchwright.artifact.Baseline;
import benchwright.artifact.BaselineTiming;
import benchwright.artifact.CaseStatus;
import benchwright.artifact.Circumstance;
import benchwright.artifact.ComparedRun;
import benchwright.artifact.Environment;
import benchwright.artifact.Manifest;
import benchwright.artifact.RunStatus;
import benchwright.artifact.SummaryRow;
import benchwright.artifact.TimedCase;
import benchwright.artifact.TimingRow;
import benchwright.artifact.Timings;
import benchwright.artifact.TrialKey;
import benchwright.artifact.TrialRecord;
import benchwright.history.BaselineFiles;
import benchwright.history.Fault;
import benchwright.history.Salvage;
import benchwright.measure.MachineFingerprint;
import benchwright.suite.Suite;
import benchwright.suite.Targets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what a comparison needs of a run or of a baseline. */
final class Sides {
  /**
   * A side with what it was asked to be.
   *
   * @param manifest of a run; empty for a baseline
   */
  record Read(ComparedSide side, Optional<Suite> suite, Optional<Manifest> manifest) {}

  private final Path directory;

  /**
   * @param directory where the places of baselines begin
   */
  Sides(Path directory) {
    this.directory = directory;
  }

  /**
   * What {@code reference} means.
   *
   * @throws IOException if anything of it cannot be read
   */
  Read read(Reference reference) throws IOException {
    return reference.isBaseline()
        ? baseline(BaselineFiles.read(reference.place()), reference.name())
        : run(reference.place(), reference.name());
  }

  private Read run(Path place, String name) throws IOException {
    Salvage salvage = Salvage.open(place);
    Manifest manifest = salvage.manifest();
    Optional<Suite> suite = salvage.suite();
    double[] targets = suite.map(Suite::targets).orElseGet(Targets::new).values();
    List<ComparedTrial> trials = new ArrayList<>();
    salvage.read(
        new Salvage.Visitor() {
          @Override
          public void trial(TrialRecord record) {
            trials.add(ComparedTrial.of(record, targets));
          }

          @Override
          public void circumstance(TrialKey key, Circumstance circumstance) {}
        });
    List<ComparedCase> cases = new ArrayList<>();
    for (Timings timings : salvage.timings()) {
      for (TimedCase timed : timings.cases()) {
        cases.add(ComparedCase.of(timings.implementation(), timed));
      }
    }
    if (!salvage.faults().isEmpty()) {
      throw new IOException(
          String.join("; ", salvage.faults().stream().map(Fault::toText).toList()));
    }
    ComparedSide side =
        new ComparedSide(
            compared(manifest, name),
            manifest.status() == RunStatus.COMPLETE,
            trials.isEmpty() ? List.of() : numbers(targets),
            trials,
            cases);
    return new Read(side, suite, Optional.of(manifest));
  }

  private Read baseline(Baseline baseline, String name) throws IOException {
    boolean embedded = !baseline.trials().isEmpty() || !baseline.timings().isEmpty();
    if (!embedded) {
      return referred(baseline, name);
    }
    Set<String> unknown = new HashSet<>();
    for (SummaryRow row : baseline.summary().rows()) {
      if (row.targets().isEmpty()) {
        unknown.add(row.optimizer() + "/" + row.function() + "/" + row.dimension());
      }
    }
    List<ComparedTrial> trials =
        baseline.trials().stream()
            .map(
                trial ->
                    ComparedTrial.of(
                        trial,
                        !unknown.contains(
                            trial.optimizer() + "/" + trial.function() + "/" + trial.dimension()),
                        baseline.targets().size()))
            .toList();
    List<ComparedCase> cases =
        baseline.timings().stream().map(timing -> compared(timing, baseline)).toList();
    return new Read(
        new ComparedSide(named(baseline.run(), name), true, baseline.targets(), trials, cases),
        Optional.empty(),
        Optional.empty());
  }

  /** Of a large run a baseline keeps the place alone. */
  private Read referred(Baseline baseline, String name) throws IOException {
    Path place = directory.resolve(baseline.place());
    String lost =
        "the baseline "
            + name
            + " is of a run too large to be kept in it, "
            + baseline.run().runId()
            + ", and ";
    if (baseline.place().isEmpty() || !Files.exists(place)) {
      throw new IOException(lost + "that is not at " + baseline.place() + " any more");
    }
    Read read = run(place, name);
    ComparedRun there = read.side().run();
    if (!there.runId().equals(baseline.run().runId())
        || !there.resultsDigest().equals(baseline.run().resultsDigest())) {
      throw new IOException(lost + "at " + baseline.place() + " lies another one");
    }
    return read;
  }

  private static ComparedCase compared(BaselineTiming timing, Baseline baseline) {
    Optional<TimingRow> row =
        baseline.summary().timings().stream()
            .filter(each -> each.implementation().equals(timing.implementation()))
            .filter(each -> each.key().equals(timing.key()))
            .findFirst();
    return ComparedCase.of(
        timing,
        row.filter(each -> each.kind().equals("operation")).isPresent(),
        row.map(TimingRow::status).orElse(CaseStatus.MEASURED));
  }

  static ComparedRun compared(Manifest manifest, String name) {
    Environment environment = manifest.environment();
    return new ComparedRun(
        name,
        manifest.runId(),
        manifest.suite(),
        manifest.profile(),
        manifest.commit(),
        manifest.startedAt(),
        MachineFingerprint.of(environment).fingerprint(),
        environment.cpu()
            + ", "
            + environment.cores()
            + (environment.cores() == 1 ? " core, " : " cores, ")
            + environment.os(),
        environment.jvm(),
        manifest.planDigest(),
        manifest.resultsDigest());
  }

  private static ComparedRun named(ComparedRun run, String name) {
    return new ComparedRun(
        name,
        run.runId(),
        run.suite(),
        run.profile(),
        run.commit(),
        run.startedAt(),
        run.fingerprint(),
        run.machine(),
        run.jvm(),
        run.planDigest(),
        run.resultsDigest());
  }

  static List<Double> numbers(double... values) {
    List<Double> numbers = new ArrayList<>();
    for (double each : values) {
      numbers.add(each);
    }
    return numbers;
  }
}
