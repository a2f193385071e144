package benchwright.cli;

import benchwright.artifact.CaseStatus;
import benchwright.history.TimedEntry;
import benchwright.measure.Reading;
import benchwright.report.ProgressText;
import benchwright.report.Quantity;
import benchwright.timing.TimingListener;
import benchwright.timing.TimingRun;

/**
 * Tells on standard error how far a run that measures time has come: on a terminal one line that is
 * written anew before each reading, in CI a line for each case. Nothing is painted while a reading
 * goes on: it would be measured too.
 */
final class TimingProgress implements TimingListener, AutoCloseable {
  private static final String CLEAR = "\r\u001b[K";

  private final World world;
  private final String mode;
  private final long start;
  private final int total;
  private int done;
  private int failed;
  private int readings;

  TimingProgress(World world, String mode, TimingRun run) {
    this.world = world;
    this.mode = mode;
    this.total = run.open().size();
    this.start = world.nanos();
  }

  @Override
  public void waiting(String reason) {
    clear();
    world.err().println(reason);
  }

  @Override
  public void reading(String id, boolean kept) {
    if (mode.equals("bar")) {
      String what = (kept ? "" : "warming up ") + id;
      world.err().print(CLEAR + ProgressText.line(state(what), Look.COLUMNS - 1));
      world.err().flush();
    }
  }

  @Override
  public void read(String id, boolean kept, Reading reading) {
    readings++;
  }

  @Override
  public void finished(TimedEntry entry) {
    done++;
    failed += entry.timed().status() == CaseStatus.FAILED ? 1 : 0;
    if (mode.equals("lines")) {
      ProgressText.State state = state("");
      world
          .err()
          .println(
              ProgressText.counts(state)
                  + ": "
                  + entry.timed().status().getWord()
                  + " "
                  + entry.id()
                  + ", "
                  + Quantity.count(entry.timed().samples().wallNanos().size(), "sample")
                  + ", "
                  + Quantity.duration(world.nanos() - start)
                  + " so far");
    }
  }

  private ProgressText.State state(String current) {
    double share = total == 0 ? 1 : (double) done / total;
    String text = current.isEmpty() ? "" : current + ", reading " + (readings + 1);
    return new ProgressText.State(done, total, failed, share, text, -1, "");
  }

  private void clear() {
    if (mode.equals("bar")) {
      world.err().print(CLEAR);
      world.err().flush();
    }
  }

  @Override
  public void close() {
    clear();
  }
}
