package benchwright.external;

/** What a program wrote is no message; the text says what stands there and what should. */
final class Unreadable extends Exception {
  private static final long serialVersionUID = 1L;

  Unreadable(String text) {
    super(text, null, false, false);
  }

  String text() {
    return getMessage();
  }
}
