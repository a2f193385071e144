package benchwright.timing;

/**
 * Divides the time that is left among the cases that are left: no group takes what the later ones
 * need, and what a group does not need goes to those after it.
 */
final class Shares {
  /** Far enough away for any run, near enough for the difference of two clock readings. */
  private static final long NEVER = Long.MAX_VALUE / 2;

  private Shares() {}

  /**
   * When the next group has to be done.
   *
   * @param now of the clock
   * @param end of the run by the same clock
   * @param group how many cases are in the group
   * @param left how many cases are left, those of the group too
   */
  static long until(long now, long end, int group, int left) {
    long time = Math.max(0, end - now);
    return now + (long) (time * ((double) group / left));
  }

  /** A time by the clock that no run reaches. */
  static long never(long now) {
    return now + NEVER;
  }
}
