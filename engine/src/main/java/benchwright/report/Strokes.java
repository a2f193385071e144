package benchwright.report;

/** What small charts are drawn with in a terminal. */
public enum Strokes {
  /** Block elements of Unicode. */
  BLOCKS(" ▁▂▃▄▅▆▇█"),
  /** Where nothing but ASCII can be shown. */
  ASCII(" .:-=+*#@");

  private final String levels;

  Strokes(String levels) {
    this.levels = levels;
  }

  /**
   * A character that is as high as {@code share}, 0 to 1; blank for nothing at all, and never blank
   * for something.
   */
  char at(double share) {
    int top = levels.length() - 1;
    int level = (int) Math.ceil(Math.min(1, share) * top);
    return levels.charAt(share > 0 ? Math.max(1, level) : 0);
  }
}
