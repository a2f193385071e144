package benchwright.compile;

import benchwright.script.Mistake;
import benchwright.script.Reading;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Executes a script's statements, twice, within a limit of time. */
final class Evaluation {
  /** The name of a thread whose statements have not come to an end. */
  static final String ENDLESS = "endless suite";

  private final ScriptLoader loader;
  private final String mainClass;
  private final String text;
  private final Duration limit;

  Evaluation(ScriptLoader loader, String mainClass, String text, Duration limit) {
    this.loader = loader;
    this.mainClass = mainClass;
    this.text = text;
    this.limit = limit;
  }

  /** The suite called {@code name}, if the script says the same suite both times. */
  Reading twice(String name) {
    Reading first = once(name);
    if (!(first instanceof Reading.Sound sound)) {
      return first;
    }
    Reading second = once(name);
    if (!(second instanceof Reading.Sound again)) {
      return second;
    }
    Optional<Mistake> difference = SuiteDifference.between(sound.suite(), again.suite(), text);
    return difference.<Reading>map(mistake -> new Reading.Mistaken(List.of(mistake))).orElse(first);
  }

  private Reading once(String name) {
    FutureTask<Reading> reading =
        new FutureTask<>(() -> Reading.of(loader.execute(mainClass), name, text));
    // A thread of its own, because endless statements can be left behind but not stopped.
    Thread thread = new Thread(reading, "suite");
    thread.setDaemon(true);
    thread.start();
    try {
      return reading.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      thread.setName(ENDLESS);
      return mistaken(
          thread.getStackTrace(),
          "the script does not come to an end: its statements may take "
              + limit.toMillis() / 1000.0
              + " s",
          "a suite only says what to run; look for a loop without end");
    } catch (ExecutionException e) {
      return thrown(e.getCause() == null ? e : e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return mistaken(new StackTraceElement[0], "the evaluation was interrupted", "");
    }
  }

  private Reading thrown(Throwable failure) {
    Throwable cause = failure;
    while ((cause instanceof InvocationTargetException
            || cause instanceof ExceptionInInitializerError)
        && cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (cause instanceof StackOverflowError) {
      return mistaken(
          cause.getStackTrace(),
          "the script calls itself without end",
          "a function needs a case in which it does not call itself");
    }
    if (cause instanceof OutOfMemoryError) {
      return mistaken(
          cause.getStackTrace(),
          "the script asks for more memory than there is",
          "a suite only says what to run; make its lists smaller");
    }
    String message = cause.getMessage();
    return mistaken(
        cause.getStackTrace(),
        "the script throws "
            + cause.getClass().getSimpleName()
            + (message == null || message.isBlank() ? "" : ": " + message),
        "");
  }

  private Reading mistaken(StackTraceElement[] stack, String message, String remedy) {
    int line = line(stack);
    return new Reading.Mistaken(
        List.of(new Mistake(line, SourceLines.indent(text, line) + 1, message, remedy)));
  }

  /**
   * The innermost line of the script; frames of inlined library code claim lines behind its end.
   */
  private int line(StackTraceElement[] stack) {
    int lines = SourceLines.count(text);
    for (StackTraceElement frame : stack) {
      String type = frame.getClassName();
      boolean ofScript = type.equals(mainClass) || type.startsWith(mainClass + "$");
      if (ofScript && frame.getLineNumber() >= 1 && frame.getLineNumber() <= lines) {
        return frame.getLineNumber();
      }
    }
    return 1;
  }
}
