package benchwright.measure;

import benchwright.artifact.Harness;

/**
 * One case of one implementation, which can be measured again and again: a command is run once, an
 * operation gets a JVM of its own. Subjects take turns, so nothing of theirs may go on between two
 * readings.
 */
public interface Subject extends AutoCloseable {
  /**
   * Measures once, in a process that begins and ends with this call.
   *
   * @param kept whether the reading is kept, or only warms caches and files
   */
  Reading read(boolean kept);

  /** What measured it, as the last reading that went well told; none for a command. */
  default Harness harness() {
    return Harness.NONE;
  }

  /** Stops a reading that goes on; {@link #read} then returns promptly. Any thread may call. */
  void cancel();

  /** Lets go of all that it holds. */
  @Override
  void close();
}
