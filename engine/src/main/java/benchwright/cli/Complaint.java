package benchwright.cli;

import java.util.List;

/**
 * A command that cannot go on, told as a person needs it: what is wrong, and what to type next.
 * Only commands throw it, only {@link Bench} prints it.
 */
@SuppressWarnings("OverrideThrowableToString")
final class Complaint extends Exception {
  private static final long serialVersionUID = 1L;

  private final Exit exit;
  private final List<String> remedies;

  Complaint(Exit exit, String what, String... remedies) {
    super(what, null, false, false);
    this.exit = exit;
    this.remedies = List.of(remedies);
  }

  Complaint(Exit exit, String what, List<String> remedies) {
    super(what, null, false, false);
    this.exit = exit;
    this.remedies = List.copyOf(remedies);
  }

  static Complaint usage(String what, String... remedies) {
    return new Complaint(Exit.USAGE, what, remedies);
  }

  Exit exit() {
    return exit;
  }

  /** {@code error: what}, then a line for each remedy. */
  String toText() {
    StringBuilder text = new StringBuilder("error: ").append(getMessage()).append('\n');
    for (String remedy : remedies) {
      text.append("  ").append(remedy).append('\n');
    }
    return text.toString();
  }
}
