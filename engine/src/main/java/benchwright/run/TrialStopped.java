package benchwright.run;

/**
 * Leaves an optimizer whose trial was cancelled or took too long. An error and not an exception, so
 * that an optimizer that survives every exception does not survive this.
 */
final class TrialStopped extends Error {
  TrialStopped() {
    super("the trial was stopped from outside", null, false, false);
  }
}
