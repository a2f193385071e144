package benchwright.report;

/** How far a run has come, as one line. */
public final class ProgressText {
  private static final int BAR = 20;
  private static final String FULL = "#";
  private static final String EMPTY = "-";

  private ProgressText() {}

  /**
   * What the line says.
   *
   * @param share of the expected work that is done, from 0 to 1.
   * @param current the trial that was begun last; empty if none is running.
   * @param nanosLeft an estimate; negative while there is none.
   * @param finishTime a time of day; empty while there is no estimate.
   */
  public record State(
      int done,
      int total,
      int failed,
      double share,
      String current,
      long nanosLeft,
      String finishTime) {}

  /** The line, cut to {@code columns} characters. */
  public static String line(State state, int columns) {
    int filled = (int) Math.floor(BAR * Math.max(0, Math.min(1, state.share())));
    StringBuilder line = new StringBuilder("[");
    line.append(FULL.repeat(filled)).append(EMPTY.repeat(BAR - filled)).append("] ");
    line.append(counts(state)).append(estimate(state));
    if (state.done() == state.total()) {
      // A large run takes a while for this, and a line that stands still looks like a fault.
      line.append(", writing histories");
    }
    if (!state.current().isEmpty()) {
      line.append("  ").append(state.current());
    }
    return line.length() > columns ? line.substring(0, columns) : line.toString();
  }

  /** {@code 12/84, 1 failed}. */
  public static String counts(State state) {
    String counts = Quantity.count(state.done()) + "/" + Quantity.count(state.total());
    return state.failed() == 0 ? counts : counts + ", " + state.failed() + " failed";
  }

  /** {@code , 12 s left (until 14:03:10)}, or nothing while nobody knows and when all is done. */
  public static String estimate(State state) {
    return state.nanosLeft() < 0 || state.done() == state.total()
        ? ""
        : ", " + Quantity.duration(state.nanosLeft()) + " left (until " + state.finishTime() + ")";
  }
}
