package benchwright.cli;

import benchwright.report.ProgressText;
import benchwright.report.Quantity;

/**
 * How far a measurement has come, on standard error: on a terminal one line that is written anew
 * before each reading, in CI a line for each case. Nothing is painted while a reading goes on: it
 * would be measured too.
 */
final class ProgressLine {
  private static final String CLEAR = "\r\u001b[K";

  private final World world;
  private final String mode;
  private final long start;

  /** Begins to count the time. */
  ProgressLine(World world, String mode) {
    this.world = world;
    this.mode = mode;
    this.start = world.nanos();
  }

  /** Whether {@link #paint} shows anything. */
  boolean isPainted() {
    return mode.equals("bar");
  }

  void paint(ProgressText.State state) {
    if (isPainted()) {
      world.err().print(CLEAR + ProgressText.line(state, Look.COLUMNS - 1));
      world.err().flush();
    }
  }

  /** {@code what} has ended. */
  void ended(String what) {
    if (mode.equals("lines")) {
      world.err().println(what + ", " + Quantity.duration(world.nanos() - start) + " so far");
    }
  }

  /** A line that stays, in every mode. */
  void say(String what) {
    clear();
    world.err().println(what);
  }

  void clear() {
    if (isPainted()) {
      world.err().print(CLEAR);
      world.err().flush();
    }
  }
}
