package benchwright.cli;

import benchwright.artifact.Manifest;
import benchwright.artifact.Summary;
import benchwright.artifact.TrialKey;
import benchwright.engine.FailedTrial;
import benchwright.engine.Listener;
import benchwright.engine.Run;
import benchwright.engine.RunOutcome.Finished;
import benchwright.engine.RunOutcome.LimitReached;
import benchwright.history.RunReader;
import benchwright.report.Quantity;
import benchwright.report.SummaryText;
import benchwright.run.Event;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What {@code bench run} tells: results on standard output, all else on standard error. */
final class Report {
  static final Flag JSON =
      Flag.toggle("--json", "Print the result as a JSON object: run, manifest, summary.");
  static final Flag NDJSON =
      Flag.toggle("--ndjson", "Print every event as a JSON object on a line, as it happens.");

  private static final int FAILURES_SHOWN = 10;

  private final World world;
  private final Look look;
  private final Results results;
  private final Arguments arguments;
  private int abandoned;

  Report(Arguments arguments, World world) throws Complaint {
    this.world = world;
    this.arguments = arguments;
    this.look = Look.of(arguments, world);
    this.results = Results.of(arguments, world, look);
    if (results.json() && results.ndjson()) {
      throw Complaint.usage("--json and --ndjson cannot be had together", "leave one of them out");
    }
  }

  Progress progress(Run run) {
    run.remarks().forEach(results::warn);
    return Progress.of(arguments, world, look, run);
  }

  /** Hears for the progress line, and for standard output if events are wanted there. */
  Listener listener(Progress progress) {
    return new Listener() {
      private final Listener lines = results.ndjson() ? new EventLines(world) : Listener.none();

      @Override
      public void began(Run run) {
        progress.began(run);
        lines.began(run);
      }

      @Override
      public void building(String directory, String command) {
        if (!look.quiet()) {
          world.err().println("building in " + directory + ": " + command);
        }
      }

      @Override
      public void happened(Event event) {
        if (event instanceof Event.WorkerLost lost && lost.loss() == Event.Loss.ABANDONED) {
          abandoned++;
        }
        progress.happened(event);
        lines.happened(event);
      }
    };
  }

  /** Tells the end of a run. */
  Exit finished(Finished finished) {
    Manifest manifest = finished.manifest();
    Exit verdict = tell(finished.run(), manifest, finished.summary());
    tellFailures(finished.failures(), manifest.totals().failed());
    if (abandoned > 0) {
      results.warn(
          Quantity.count(abandoned, "trial")
              + " could not be stopped and went on computing beside the others;"
              + " --isolate process ends such trials");
    }
    return verdict.or(manifest.totals().failed() > 0 ? Exit.TRIAL_FAILED : Exit.DONE);
  }

  /** Tells how much was left out, and of what. */
  void limitReached(LimitReached reached) {
    PrintStream err = world.err();
    int left = reached.leftOut().size();
    err.println(
        "The limit of "
            + Quantity.duration(reached.limit().toNanos())
            + " was reached: "
            + Quantity.count(left)
            + " of "
            + Quantity.count(reached.done() + left, "trial")
            + (left == 1 ? " was left out:" : " were left out:"));
    Map<String, Map<String, Integer>> functions = new LinkedHashMap<>();
    for (TrialKey key : reached.leftOut()) {
      functions
          .computeIfAbsent(key.optimizer(), id -> new LinkedHashMap<>())
          .merge(key.function(), 1, Integer::sum);
    }
    functions.forEach(
        (optimizer, counts) -> {
          List<String> texts = new ArrayList<>();
          counts.forEach((function, count) -> texts.add(function + " (" + count + ")"));
          err.println("  " + optimizer + " on " + String.join(", ", texts));
        });
    if (Files.isDirectory(reached.run())) {
      RunReader reader = RunReader.open(reached.run());
      if (results.isTerse()) {
        Exit unused = tell(reached.run(), reader.manifest(), reader.summary());
      }
    }
  }

  /** Tells the end of a run that another process has carried out. */
  Exit finishedBefore(Path run) {
    RunReader reader = RunReader.open(run);
    Exit verdict = tell(run, reader.manifest(), reader.summary());
    return verdict.or(reader.manifest().totals().failed() > 0 ? Exit.TRIAL_FAILED : Exit.DONE);
  }

  private Exit tell(Path run, Manifest manifest, Summary summary) {
    return results.tell(
        run,
        manifest,
        summary,
        totals(manifest),
        () -> new SummaryText(look.palette(), Look.COLUMNS).render(summary));
  }

  private static String totals(Manifest manifest) {
    return Quantity.count(manifest.totals().trials(), "trial")
        + ", "
        + Quantity.count(manifest.totals().evaluations(), "evaluation")
        + ", "
        + Quantity.duration(manifest.resources().wallNanos());
  }

  private void tellFailures(List<FailedTrial> failures, int failed) {
    if (failed == 0) {
      return;
    }
    PrintStream err = world.err();
    err.println("error: " + Quantity.count(failed, "trial") + " failed:");
    int shown = look.verbosity() > 0 ? failures.size() : Math.min(FAILURES_SHOWN, failures.size());
    for (FailedTrial trial : failures.subList(0, shown)) {
      err.println("  " + trial.key() + ": " + trial.failure().message());
    }
    if (failed > shown) {
      err.println("  and " + Quantity.count(failed - shown) + " more; all of them are in the log");
    }
  }
}
