package benchwright.pair;

import benchwright.artifact.PairedCase;

/** Is told what happens while revisions are measured, in the thread that measures. */
public interface PairListener {
  /** Hears nothing. */
  static PairListener none() {
    return new PairListener() {};
  }

  /** Something goes on that takes a while, such as {@code checking out main (1a2b3c4)}. */
  default void doing(String what) {}

  /** A command builds one of the sides. */
  default void building(String side, String directory, String command) {}

  /** Another process measures on this machine; this one waits until it has ended. */
  default void waiting(String reason) {}

  /** So many cases are about to be measured, from {@code least} to {@code most} pairs each. */
  default void began(int cases, int least, int most) {}

  /**
   * A reading of one side is about to be taken; {@code pair} counts from 1, and is 0 to warm up.
   */
  default void reading(String id, boolean base, int pair) {}

  /** A case has all its pairs, or will get no more. */
  default void finished(PairedCase each) {}
}
