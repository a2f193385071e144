package benchwright.engine;

import benchwright.analysis.TimingFigures;
import benchwright.analysis.TimingSummarizer;
import benchwright.analysis.TimingSummary;
import benchwright.artifact.Samples;
import benchwright.artifact.Steady;
import benchwright.artifact.Summary;
import benchwright.artifact.TimingStatistics;
import benchwright.artifact.Timings;
import benchwright.suite.Implementation;
import benchwright.suite.Operation;
import benchwright.suite.Speed;
import benchwright.timing.SampleMeaning;
import java.util.List;

/** What samples mean, for the room that takes them. */
record Figures(Speed speed) implements SampleMeaning {
  @Override
  public TimingStatistics statistics(Implementation implementation, Samples samples) {
    return TimingFigures.of(samples, kind(implementation));
  }

  @Override
  public Steady steady(Implementation implementation, Samples samples) {
    return TimingFigures.steady(samples, kind(implementation));
  }

  @Override
  public Summary summary(String runId, List<Timings> timings) {
    TimingSummary summary = TimingSummarizer.of(timings, speed);
    return Summary.of(runId, List.of())
        .withTimings(summary.rows(), summary.growth(), summary.equivalence());
  }

  private static TimingFigures.Kind kind(Implementation implementation) {
    return implementation instanceof Operation
        ? TimingFigures.Kind.OPERATION
        : TimingFigures.Kind.COMMAND;
  }
}
