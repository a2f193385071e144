package benchwright.docs;

/**
 * Something in a document that is not as it should be.
 *
 * @param text for people: place, what is wrong, and what to do; without a line feed at the end
 */
public record Finding(Kind kind, String text) {
  /** What it is; the exit code of the command depends on it. */
  public enum Kind {
    /** An example does not compile, or cannot be planned. */
    REJECTED,
    /** A trial of an example failed. */
    FAILED,
    /** The document says something else than what is. */
    STALE,
    /** A mark or an attribute leads nowhere. */
    FAULTY
  }

  static Finding at(Kind kind, String file, int line, String what, String... more) {
    StringBuilder text = new StringBuilder();
    text.append(file).append(':').append(line).append(": error: ").append(what);
    for (String each : more) {
      text.append("\n    ").append(each.replace("\n", "\n    "));
    }
    return new Finding(kind, text.toString());
  }
}
