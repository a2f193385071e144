package benchwright.cli;

import java.util.List;

/**
 * A command that cannot go on, told as a person needs it: what is wrong, and what to type next.
 * Only commands throw it, only {@link Bench} prints it.
 */
final class Complaint extends Exception {
  private static final long serialVersionUID = 1L;

  private final Exit exit;

  private Complaint(Exit exit, String text) {
    super(text, null, false, false);
    this.exit = exit;
  }

  /** {@code error: what}, then a line for each remedy. */
  static Complaint of(Exit exit, String what, String... remedies) {
    StringBuilder text = new StringBuilder("error: ").append(what).append('\n');
    for (String remedy : remedies) {
      text.append("  ").append(remedy).append('\n');
    }
    return new Complaint(exit, text.toString());
  }

  /** Wrong usage. */
  static Complaint usage(String what, String... remedies) {
    return of(Exit.USAGE, what, remedies);
  }

  /** Texts that say all that there is to say. */
  static Complaint told(Exit exit, List<String> texts) {
    return new Complaint(exit, String.join("\n", texts) + "\n");
  }

  Exit exit() {
    return exit;
  }

  /** What is printed, line breaks included. */
  String toText() {
    return getMessage();
  }
}
