package benchwright.run;

import benchwright.artifact.Circumstance;
import benchwright.artifact.TrialRecord;

/** What became of one trial, and how it went. */
public record Outcome(TrialRecord record, Circumstance circumstance) {}
