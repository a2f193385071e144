package benchwright.cli;

import benchwright.artifact.CaseStatus;
import benchwright.history.TimedEntry;
import benchwright.measure.Reading;
import benchwright.report.ProgressText;
import benchwright.report.Quantity;
import benchwright.timing.TimingListener;
import benchwright.timing.TimingRun;

/** Tells on standard error how far a run that measures time has come. */
final class TimingProgress implements TimingListener, AutoCloseable {
  private final ProgressLine line;
  private final int total;
  private int done;
  private int failed;
  private int readings;

  TimingProgress(World world, String mode, TimingRun run) {
    this.line = new ProgressLine(world, mode);
    this.total = run.open().size();
  }

  @Override
  public void waiting(String reason) {
    line.say(reason);
  }

  @Override
  public void reading(String id, boolean kept) {
    line.paint(state((kept ? "" : "warming up ") + id));
  }

  @Override
  public void read(String id, boolean kept, Reading reading) {
    readings++;
  }

  @Override
  public void finished(TimedEntry entry) {
    done++;
    failed += entry.timed().status() == CaseStatus.FAILED ? 1 : 0;
    line.ended(
        ProgressText.counts(state(""))
            + ": "
            + entry.timed().status().getWord()
            + " "
            + entry.id()
            + ", "
            + Quantity.count(entry.timed().samples().wallNanos().size(), "sample"));
  }

  private ProgressText.State state(String current) {
    double share = total == 0 ? 1 : (double) done / total;
    String text = current.isEmpty() ? "" : current + ", reading " + (readings + 1);
    return new ProgressText.State(done, total, failed, share, text, -1, "");
  }

  @Override
  public void close() {
    line.clear();
  }
}
