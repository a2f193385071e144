package benchwright.cli;

import benchwright.artifact.PairedCase;
import benchwright.pair.PairListener;
import benchwright.report.ProgressText;
import benchwright.report.Quantity;

/** Tells on standard error how far a comparison of two revisions has come. */
final class PairProgress implements PairListener, AutoCloseable {
  private final ProgressLine line;
  private final boolean quiet;
  private int total;
  private int done;
  private int failed;
  private int most;

  PairProgress(World world, String mode, boolean quiet) {
    this.line = new ProgressLine(world, mode);
    this.quiet = quiet;
  }

  @Override
  public void doing(String what) {
    say(what);
  }

  @Override
  public void building(String side, String directory, String command) {
    say("building the " + side + " in " + directory + ": " + command);
  }

  @Override
  public void waiting(String reason) {
    say(reason);
  }

  private void say(String what) {
    if (!quiet) {
      line.say(what);
    }
  }

  @Override
  public void began(int cases, int least, int most) {
    this.total = cases;
    this.most = most;
    say(
        "measuring "
            + Quantity.count(cases, "case")
            + ", "
            + least
            + " to "
            + most
            + " pairs each");
  }

  @Override
  public void reading(String id, boolean base, int pair) {
    if (line.isPainted()) {
      String what =
          pair == 0 ? "warming up " + id : id + ", pair " + pair + (base ? ", base" : ", head");
      double share = (double) done / Math.max(1, total);
      line.paint(
          new ProgressText.State(
              done, total, failed, share + share(pair) / Math.max(1, total), what, -1, ""));
    }
  }

  /** Of one case; nobody knows how many pairs it will take. */
  private double share(int pair) {
    return most == 0 ? 0 : Math.min(0.99, (double) pair / most);
  }

  @Override
  public void finished(PairedCase each) {
    done++;
    failed += each.problem().isEmpty() ? 0 : 1;
    String rest = each.key().toString();
    line.ended(
        done
            + "/"
            + total
            + ": "
            + each.implementation()
            + (rest.isEmpty() ? "" : " " + rest)
            + ", "
            + Quantity.count(each.pairs().size(), "pair"));
  }

  @Override
  public void close() {
    line.clear();
  }
}
