package benchwright.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Sees to it that what is done is kept when the process has to end, and tells how to go on. */
final class Farewell {
  private static final long SECONDS = 10;

  private final World world;
  private final Path place;
  private final CountDownLatch ended = new CountDownLatch(1);

  /**
   * @param place of the run: a directory that keeps what is done, or a file that does not
   */
  Farewell(World world, Path place) {
    this.world = world;
    this.place = place;
  }

  /** The run has ended by itself, or since it was asked to. */
  void ended() {
    ended.countDown();
  }

  /** Tells of a signal and stops the run; returns the exit code. */
  int signalled(Endings.Ending.Signalled signalled, Runnable cancel) {
    cancel.run();
    boolean kept = await();
    Exit exit = signalled.exit();
    world.err().println(exit == Exit.INTERRUPTED ? "Interrupted." : "Ended by a signal.");
    tellRest(kept, "");
    flush();
    return exit.code();
  }

  /** Whether the run ended within the time that a farewell may take. */
  boolean await() {
    try {
      return ended.await(SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Tells how to go on; {@code flags} are added to the command. */
  void tellRest(boolean kept, String flags) {
    String shown = Runs.shown(world, place);
    if (!Files.isDirectory(place)) {
      world.err().println("  " + shown + " was not written.");
      return;
    }
    world
        .err()
        .println(
            kept
                ? "  What is done is kept; to go on:"
                : "  The run did not end in time, but what was finished is kept; to go on:");
    world.err().println("  bench run --resume " + shown + flags);
  }

  void flush() {
    world.out().flush();
    world.err().flush();
  }
}
