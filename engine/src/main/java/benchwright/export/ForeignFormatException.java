package benchwright.export;

/** A file of another tool says something that cannot be understood: which file, what, where. */
public final class ForeignFormatException extends Exception {
  private static final long serialVersionUID = 1;

  /**
   * @param file as its reader named it
   * @param text what is wrong with it, without a full stop
   */
  public ForeignFormatException(String file, String text) {
    super(file + ": " + text);
  }
}
