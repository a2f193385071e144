package benchwright.cli;

import benchwright.engine.Run;
import benchwright.report.ProgressText;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One line that is written over and over again, by a thread of its own: events come in bursts. */
final class ProgressBar extends Tally {
  private static final long FIRST_MILLIS = 300;
  private static final long EACH_MILLIS = 200;
  private static final String CLEAR = "\r\u001b[K";

  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread painter = new Thread(this::paint, "benchwright-progress");

  ProgressBar(World world, Run run) {
    super(world, run);
    painter.setDaemon(true);
    painter.start();
  }

  private void paint() {
    try {
      long pause = FIRST_MILLIS;
      boolean painted = false;
      while (!closed.await(pause, TimeUnit.MILLISECONDS)) {
        // The last column stays free: some terminals begin a new line when it is written.
        print(CLEAR + ProgressText.line(state(), Look.COLUMNS - 1));
        painted = true;
        pause = EACH_MILLIS;
      }
      if (painted) {
        print(CLEAR);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void print(String text) {
    world().err().print(text);
    world().err().flush();
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      painter.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
