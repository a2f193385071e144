package benchwright.engine;

import benchwright.artifact.Failure;
import benchwright.artifact.TrialKey;

/** A trial that failed, and how. */
public record FailedTrial(TrialKey key, Failure failure) {}
