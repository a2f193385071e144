package benchwright.report.page;

/**
 * Something that a reader should know of a run, in a sentence or two, with what to do about it.
 *
 * @param command what to type; empty where there is nothing to type.
 */
record Finding(Weight weight, String text, String command) {
  /** How much it matters. */
  enum Weight {
    GOOD("good", "✓"),
    NOTE("note", "→"),
    WARNING("warning", "!"),
    BAD("bad", "✗");

    private final String word;
    private final String sign;

    Weight(String word, String sign) {
      this.word = word;
      this.sign = sign;
    }

    String word() {
      return word;
    }

    /** Seen without colour. */
    String sign() {
      return sign;
    }
  }
}
