package benchwright.run;

import benchwright.artifact.Failure;
import benchwright.external.ProgramFailure;
import java.util.Locale;

/** Tells in one line what was thrown, and where in the user's code. */
final class Mishap {
  static final String EXCEPTION = "exception";
  static final String BAD_POINT = "bad-point";
  static final String TIMEOUT = "timeout";
  static final String EXIT = "exit";
  static final String PROGRAM = "program";
  static final String OUT_OF_MEMORY = "out-of-memory";

  private static final int LONGEST_TEXT = 300;
  private static final String[] OURS = {
    "java.",
    "javax.",
    "jdk.",
    "sun.",
    "com.sun.",
    "kotlin.",
    "benchwright.run.",
    "benchwright.plan.",
    "benchwright.external."
  };

  private Mishap() {}

  static Failure of(Throwable thrown) {
    if (thrown instanceof BadPoint) {
      return new Failure(BAD_POINT, thrown.getMessage() + frame(thrown));
    }
    if (thrown instanceof ProgramFailure) {
      return new Failure(PROGRAM, String.valueOf(thrown.getMessage()));
    }
    if (thrown instanceof BudgetIgnored) {
      return new Failure(EXCEPTION, String.valueOf(thrown.getMessage()));
    }
    if (thrown instanceof OutOfMemoryError) {
      return outOfMemory();
    }
    return new Failure(EXCEPTION, thrown.getClass().getName() + text(thrown) + frame(thrown));
  }

  static Failure timeout(double seconds) {
    return new Failure(
        TIMEOUT, String.format(Locale.ROOT, "the trial did not end within %.3g s", seconds));
  }

  static Failure outOfMemory() {
    return new Failure(OUT_OF_MEMORY, "the trial needs more memory than there is");
  }

  static Failure exit(String how) {
    return new Failure(EXIT, "the worker's process ended during the trial: " + how);
  }

  private static String text(Throwable thrown) {
    String text;
    try {
      text = thrown.getMessage();
    } catch (RuntimeException broken) {
      return "";
    }
    if (text == null || text.isBlank()) {
      return "";
    }
    String line = text.strip().replaceAll("\\s+", " ");
    return ": " + (line.length() <= LONGEST_TEXT ? line : line.substring(0, LONGEST_TEXT) + "…");
  }

  private static String frame(Throwable thrown) {
    StackTraceElement[] trace = thrown.getStackTrace();
    String chosen = "";
    for (StackTraceElement element : trace) {
      if (element.getClassName().equals(TrialRunner.class.getName())) {
        break;
      }
      if (isOurs(element.getClassName())) {
        continue;
      }
      String place = place(element);
      if (!(thrown instanceof StackOverflowError)) {
        return place;
      }
      // Where a stack overflows is chance; the frames that fill it are always the same.
      if (chosen.isEmpty() || place.compareTo(chosen) < 0) {
        chosen = place;
      }
    }
    return chosen;
  }

  private static String place(StackTraceElement element) {
    String file = element.getFileName();
    return " (at "
        + element.getClassName()
        + "."
        + element.getMethodName()
        + (file == null ? "" : ", " + file + ":" + element.getLineNumber())
        + ")";
  }

  private static boolean isOurs(String className) {
    for (String prefix : OURS) {
      if (className.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }
}
