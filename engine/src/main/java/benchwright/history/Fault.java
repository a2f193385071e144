package benchwright.history;

/**
 * Something wrong with a file of a run.
 *
 * @param file the file, relative to the run directory where it lies in one
 * @param field a JSON pointer into the file, such as {@code /trials/3/budget}; empty for the whole
 * @param text a sentence: what is wrong and, where there is a remedy, what to do
 */
public record Fault(String file, String field, String text) {
  /** {@code file: field: text} on a line. */
  public String toText() {
    return field.isEmpty() ? file + ": " + text : file + ": " + field + ": " + text;
  }
}
