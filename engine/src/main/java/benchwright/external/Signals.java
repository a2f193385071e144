package benchwright.external;

/** Signals by which processes end, for people. */
public final class Signals {
  static final int HANGUP = 1;
  static final int INTERRUPT = 2;
  static final int KILL = 9;
  static final int TERMINATE = 15;

  private Signals() {}

  /** In words, such as {@code SIGTERM}; empty if there is none of this number. */
  public static String name(int signal) {
    return switch (signal) {
      case HANGUP -> "SIGHUP";
      case INTERRUPT -> "SIGINT (Ctrl-C)";
      case 4 -> "SIGILL: an instruction that this processor does not have";
      case 6 -> "SIGABRT";
      case 7 -> "SIGBUS";
      case 8 -> "SIGFPE: a division by zero";
      case KILL -> "SIGKILL: somebody killed it, or the system ran out of memory";
      case 11 -> "SIGSEGV: it touched memory that is not its own";
      case 13 -> "SIGPIPE";
      case TERMINATE -> "SIGTERM";
      default -> signal > 0 && signal <= 64 ? "signal " + signal : "";
    };
  }
}
