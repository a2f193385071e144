package benchwright.timing;

import benchwright.artifact.Samples;
import benchwright.artifact.Steady;
import benchwright.artifact.Summary;
import benchwright.artifact.TimingStatistics;
import benchwright.artifact.Timings;
import benchwright.suite.Implementation;
import java.util.List;

/** What samples add up to; this room measures, and leaves it to others what the numbers mean. */
public interface SampleMeaning {
  /** Of the samples of one case. */
  TimingStatistics statistics(Implementation implementation, Samples samples);

  /** Whether times had stopped falling before the first sample. */
  Steady steady(Implementation implementation, Samples samples);

  /** Of all that was measured. */
  Summary summary(String runId, List<Timings> timings);
}
