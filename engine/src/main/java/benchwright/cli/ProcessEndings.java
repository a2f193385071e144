package benchwright.cli;

import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The endings of this process, seen by a shutdown hook.
 *
 * <p>A signal and a call of System.exit look alike to a hook, but the thread that ends the process
 * stands in {@code java.lang.Shutdown} meanwhile: the JVM's own handler of a signal, or whoever
 * called.
 */
final class ProcessEndings implements Endings {
  private static final Farewell NONE = ending -> 0;

  private final AtomicReference<Farewell> farewell = new AtomicReference<>(NONE);

  ProcessEndings() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::end, "benchwright-ending"));
  }

  @Override
  public void listen(Farewell wanted) {
    farewell.set(wanted);
  }

  @Override
  public void forget() {
    farewell.set(NONE);
  }

  private void end() {
    Farewell wanted = farewell.getAndSet(NONE);
    if (wanted != NONE) {
      int code = wanted.onEnding(ending());
      // A compiler or a worker must not outlive whom it works for.
      ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
      // Without halt the process would end with the code that a trial has chosen.
      Runtime.getRuntime().halt(code);
    }
  }

  private static Ending ending() {
    for (Map.Entry<Thread, StackTraceElement[]> entry : Thread.getAllStackTraces().entrySet()) {
      if (endsProcess(entry.getValue())) {
        return switch (entry.getKey().getName()) {
          case "SIGINT handler" -> new Ending.Signalled(Exit.INTERRUPTED);
          case "SIGTERM handler", "SIGHUP handler" -> new Ending.Signalled(Exit.TERMINATED);
          default -> new Ending.ExitCalled(entry.getKey());
        };
      }
    }
    // The last thread that was not a daemon has ended, which only a crash of the main thread does.
    return new Ending.Signalled(Exit.TERMINATED);
  }

  private static boolean endsProcess(StackTraceElement[] stack) {
    for (StackTraceElement frame : stack) {
      if (frame.getClassName().equals("java.lang.Shutdown")) {
        return true;
      }
    }
    return false;
  }
}
