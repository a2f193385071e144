package benchwright.engine;

import benchwright.artifact.Circumstance;
import benchwright.artifact.Manifest;
import benchwright.artifact.Resources;
import benchwright.artifact.Summary;
import benchwright.artifact.TrialKey;
import benchwright.artifact.TrialRecord;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Where the results of a run go. */
interface Destination {
  /** The directory or the file. */
  Path place();

  /** The trials that need not be run again. */
  Set<TrialKey> finished();

  /** Hands over the records of those. */
  void replay(Consumer<TrialRecord> reader);

  void append(TrialRecord record, Circumstance circumstance);

  void log(String event, Map<String, String> fields);

  /** Calls {@code reaction} when nothing more can be written. */
  void onFailure(Runnable reaction);

  Manifest complete(Resources resources, Summary summary);

  void interrupt();

  /** Lets go of it, whatever has happened. */
  void close();
}
