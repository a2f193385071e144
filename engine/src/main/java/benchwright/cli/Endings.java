package benchwright.cli;

/** Tells a command that the process is about to end before the command has. */
interface Endings {
  /** Why the process ends. */
  sealed interface Ending {
    /** Somebody sent a signal: Ctrl-C or SIGTERM. */
    record Signalled(Exit exit) implements Ending {}

    /** A thread called System.exit. */
    record ExitCalled(Thread by) implements Ending {}
  }

  /** What is to be done then; it may take a few seconds and returns the exit code to end with. */
  interface Farewell {
    int onEnding(Ending ending);
  }

  /** From now on {@code farewell} is called, once, when the process ends. */
  void listen(Farewell farewell);

  /** From now on nothing is called any more. */
  void forget();
}
