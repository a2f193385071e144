package benchwright.cli;

import benchwright.engine.Engine;
import benchwright.engine.MeasuringOptions;
import benchwright.engine.RunOptions;
import benchwright.measure.Quietness;
import benchwright.timing.TimingOutcome;
import benchwright.timing.TimingRun;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Carries out one run that measures time, as {@link Carrying} does one of trials. */
final class Measuring {
  private final Arguments arguments;
  private final World world;
  private final Engine engine;
  private final RunOptions options;
  private final TimingReport report;

  Measuring(Arguments arguments, World world, Engine engine, RunOptions options) throws Complaint {
    this.arguments = arguments;
    this.world = world;
    this.engine = engine;
    this.options = options;
    this.report = new TimingReport(arguments, world);
  }

  /** A run of {@code measured}; {@code words} select it. */
  Exit carryOut(Sources.Measured measured, List<String> words) throws Complaint {
    requireQuiet(arguments);
    List<String> selectors = new ArrayList<>(words);
    arguments
        .value(RunCommand.WORKERS.name())
        .ifPresent(workers -> selectors.addAll(List.of(RunCommand.WORKERS.name(), workers)));
    return carryOut(
        engine.begin(measured.source(), measured.plan(), selectors, options, measuring()));
  }

  /** Nothing is begun, and nothing written, on a machine that has to be quiet and is not. */
  static void requireQuiet(Arguments arguments) throws Complaint {
    if (!arguments.has(MeasuringFlags.REQUIRE_QUIET.name())) {
      return;
    }
    Quietness quietness = DoctorCommand.quietness();
    if (!quietness.isFit()) {
      throw Complaint.of(
          Exit.UNFIT,
          "this machine is not fit to measure on",
          quietness.reasons().stream()
              .flatMap(remark -> Stream.of(remark.text(), "  " + remark.advice()))
              .toArray(String[]::new));
    }
  }

  private MeasuringOptions measuring() throws Complaint {
    return MeasuringFlags.options(arguments);
  }

  Exit carryOut(TimingRun run) {
    Farewell farewell = new Farewell(world, run.place());
    world
        .endings()
        .listen(
            ending ->
                ending instanceof Endings.Ending.Signalled signalled
                    ? farewell.signalled(signalled, run::cancel)
                    : Exit.BUG.code());
    TimingOutcome outcome;
    try (TimingProgress progress = report.progress(run)) {
      outcome = run.carryOut(report.listener(progress));
    } finally {
      farewell.ended();
    }
    if (outcome instanceof TimingOutcome.Finished finished) {
      world.endings().forget();
      return report.finished(finished);
    }
    if (outcome instanceof TimingOutcome.Rejected rejected) {
      world.endings().forget();
      rejected.problems().forEach(problem -> world.err().println("error: " + problem));
      farewell.tellRest(true, "");
      return Exit.REJECTED;
    }
    // Whoever has cancelled the run tells how the process ends.
    return Exit.INTERRUPTED;
  }
}
