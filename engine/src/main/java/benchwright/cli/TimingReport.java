package benchwright.cli;

import benchwright.artifact.CaseStatus;
import benchwright.artifact.EquivalenceRow;
import benchwright.artifact.Manifest;
import benchwright.artifact.Summary;
import benchwright.artifact.TimedCase;
import benchwright.artifact.Timings;
import benchwright.history.RunReader;
import benchwright.history.TimedEntry;
import benchwright.measure.Reading;
import benchwright.report.Quantity;
import benchwright.report.TimingText;
import benchwright.timing.TimingListener;
import benchwright.timing.TimingOutcome;
import benchwright.timing.TimingRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What {@code bench run} tells of a run that measures time. */
final class TimingReport {
  private final World world;
  private final Arguments arguments;
  private final Look look;
  private final Results results;

  TimingReport(Arguments arguments, World world) throws Complaint {
    this.world = world;
    this.arguments = arguments;
    this.look = Look.of(arguments, world);
    this.results = Results.of(arguments, world, look);
  }

  TimingProgress progress(TimingRun run) {
    run.remarks().forEach(results::warn);
    return new TimingProgress(world, Progress.mode(arguments, world, look), run);
  }

  TimingListener listener(TimingProgress progress) {
    return new TimingListener() {
      @Override
      public void began(TimingRun run) {
        if (results.ndjson()) {
          new TimingLines(world).began(run);
        }
      }

      @Override
      public void building(String directory, String command) {
        if (!look.quiet()) {
          world.err().println("building in " + directory + ": " + command);
        }
      }

      @Override
      public void waiting(String reason) {
        if (!look.quiet()) {
          progress.waiting(reason);
        }
      }

      @Override
      public void reading(String id, boolean kept) {
        progress.reading(id, kept);
      }

      @Override
      public void read(String id, boolean kept, Reading reading) {
        progress.read(id, kept, reading);
      }

      @Override
      public void finished(TimedEntry entry) {
        progress.finished(entry);
        if (results.ndjson()) {
          new TimingLines(world).finished(entry);
        }
      }
    };
  }

  Exit finished(TimingOutcome.Finished finished) {
    Exit verdict =
        tell(finished.run(), finished.manifest(), finished.summary(), finished.timings());
    return verdict.or(tellFailures(finished.timings(), finished.summary()));
  }

  /** Tells the end of a run that another process has carried out. */
  Exit finishedBefore(Path run) {
    RunReader reader = RunReader.open(run);
    Exit verdict = tell(run, reader.manifest(), reader.summary(), reader.timings());
    return verdict.or(tellFailures(reader.timings(), reader.summary()));
  }

  private Exit tell(Path run, Manifest manifest, Summary summary, List<Timings> timings) {
    return results.tell(
        run,
        manifest,
        summary,
        Quantity.count(manifest.totals().timings(), "case")
            + ", "
            + Quantity.duration(manifest.resources().wallNanos()),
        () -> new TimingText(look.palette(), Look.COLUMNS).render(timings));
  }

  private Exit tellFailures(List<Timings> timings, Summary summary) {
    Exit exit = tellDifferences(summary);
    for (CaseStatus status : List.of(CaseStatus.FAILED, CaseStatus.LEFT_OUT, CaseStatus.SKIPPED)) {
      List<String> lines = new ArrayList<>();
      for (Timings each : timings) {
        for (TimedCase timed : each.cases()) {
          if (timed.status() == status) {
            lines.add("  " + new TimedEntry(each.implementation().getId(), timed).id());
            timed.reason().lines().forEach(line -> lines.add("    " + line));
          }
        }
      }
      if (!lines.isEmpty()) {
        world.err().println(heading(status));
        lines.forEach(world.err()::println);
        exit =
            switch (status) {
              case FAILED -> exit.or(Exit.TRIAL_FAILED);
              case LEFT_OUT -> exit.or(Exit.LIMIT_REACHED);
              default -> exit;
            };
      }
    }
    return exit;
  }

  /** A fast program that answers wrongly is no faster program. */
  private Exit tellDifferences(Summary summary) {
    List<EquivalenceRow> unequal =
        summary.equivalence().stream().filter(row -> !row.agrees()).toList();
    if (unequal.isEmpty()) {
      return Exit.DONE;
    }
    world.err().println("error: these give other results than they should:");
    for (EquivalenceRow row : unequal) {
      String rest = row.key().toString();
      world.err().println("  " + row.implementation() + (rest.isEmpty() ? "" : " " + rest));
      world.err().println("    " + row.reason());
    }
    return Exit.TRIAL_FAILED;
  }

  private static String heading(CaseStatus status) {
    return switch (status) {
      case FAILED -> "error: these could not be measured:";
      case LEFT_OUT -> "The limit was reached; these were left out:";
      default -> "skipped:";
    };
  }
}
