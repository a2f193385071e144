package benchwright.external;

import java.util.concurrent.TimeUnit;

/**
 * How a process ended.
 *
 * @param text in words, such as {@code it ended with exit value 3}
 * @param fromOutside by a signal that a process does not send itself
 */
record Ending(String text, boolean fromOutside, boolean interrupted) {
  private static final int AWAITED_MILLIS = 1_000;
  // Exit values from here on usually tell the signal that ended a process.
  private static final int SIGNALS = 128;

  /**
   * Waits a moment for the end; {@code otherwise} is the text if it does not come.
   *
   * @param apart whether the process hears nothing of Ctrl-C
   */
  static Ending of(Process process, boolean apart, String otherwise) {
    try {
      if (!process.waitFor(AWAITED_MILLIS, TimeUnit.MILLISECONDS)) {
        return new Ending(otherwise, false, false);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return new Ending(otherwise, true, true);
    }
    int value = process.exitValue();
    int signal = value - SIGNALS;
    boolean asked =
        signal == Signals.HANGUP || signal == Signals.INTERRUPT || signal == Signals.TERMINATE;
    String name = Signals.name(signal);
    return new Ending(
        "it ended with exit value " + value + (name.isEmpty() ? "" : ", as after " + name),
        asked || signal == Signals.KILL,
        // Ctrl-C reaches a whole group of processes: whether it was meant for the run shows soon.
        (asked || !apart) && isStopComing());
  }

  /** Whether this thread is about to be told to stop; waits a moment for it. */
  static boolean isStopComing() {
    try {
      TimeUnit.MILLISECONDS.sleep(AWAITED_MILLIS);
      return false;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
