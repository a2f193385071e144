package benchwright.history;

/** What is wrong with a JSON text, and where; becomes a {@link Fault} once the file is known. */
final class JsonError extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String pointer;

  JsonError(String pointer, String text) {
    super(text, null, false, false);
    this.pointer = pointer;
  }

  Fault in(String file) {
    return new Fault(file, pointer, String.valueOf(getMessage()));
  }
}
