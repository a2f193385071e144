package benchwright.engine;

import benchwright.artifact.Samples;
import benchwright.artifact.Steady;
import benchwright.artifact.Summary;
import benchwright.artifact.TimingStatistics;
import benchwright.artifact.Timings;
import benchwright.suite.Implementation;
import benchwright.suite.Speed;
import benchwright.timing.TimingFigures;
import java.util.List;

/** What samples mean, for the room that takes them. */
record Figures(Speed speed) implements TimingFigures {
  @Override
  public TimingStatistics statistics(Implementation implementation, Samples samples) {
    return TimingStatistics.NONE;
  }

  @Override
  public Steady steady(Implementation implementation, Samples samples) {
    return Steady.UNKNOWN;
  }

  @Override
  public Summary summary(String runId, List<Timings> timings) {
    return Summary.of(runId, List.of());
  }
}
