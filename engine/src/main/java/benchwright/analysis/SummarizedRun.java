package benchwright.analysis;

import benchwright.artifact.Summary;
import benchwright.artifact.TrendRun;

/** What trends need of a run. */
public record SummarizedRun(TrendRun run, Summary summary) {}
