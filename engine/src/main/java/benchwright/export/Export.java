package benchwright.export;

import benchwright.artifact.Circumstance;
import benchwright.artifact.TrialRecord;
import java.io.IOException;

/**
 * Takes the records of a finished run, one after the other: those of a pair of optimizer and
 * function together, in the order of the plan.
 */
public interface Export {
  /** Writes one record, or keeps it until the files to which it belongs are whole. */
  void add(TrialRecord record, Circumstance circumstance) throws IOException;

  /** Writes what is left. */
  void finish() throws IOException;

  /** How many records the format has no place for. */
  int leftOut();
}
