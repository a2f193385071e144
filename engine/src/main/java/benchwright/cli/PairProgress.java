package benchwright.cli;

import benchwright.artifact.PairedCase;
import benchwright.pair.PairListener;
import benchwright.report.ProgressText;
import benchwright.report.Quantity;

/**
 * Tells on standard error how far a comparison of two revisions has come; nothing is painted while
 * a reading goes on.
 */
final class PairProgress implements PairListener, AutoCloseable {
  private static final String CLEAR = "\r\u001b[K";

  private final World world;
  private final String mode;
  private final boolean quiet;
  private final long start;
  private int total;
  private int done;
  private int failed;
  private int most;

  PairProgress(World world, String mode, boolean quiet) {
    this.world = world;
    this.mode = mode;
    this.quiet = quiet;
    this.start = world.nanos();
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
      clear();
      world.err().println(what);
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
    if (mode.equals("bar")) {
      String what =
          pair == 0 ? "warming up " + id : id + ", pair " + pair + (base ? ", base" : ", head");
      double share = (double) done / Math.max(1, total);
      ProgressText.State state =
          new ProgressText.State(
              done, total, failed, share + share(pair) / Math.max(1, total), what, -1, "");
      world.err().print(CLEAR + ProgressText.line(state, Look.COLUMNS - 1));
      world.err().flush();
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
    if (mode.equals("lines")) {
      String rest = each.key().toString();
      world
          .err()
          .println(
              done
                  + "/"
                  + total
                  + ": "
                  + each.implementation()
                  + (rest.isEmpty() ? "" : " " + rest)
                  + ", "
                  + Quantity.count(each.pairs().size(), "pair")
                  + ", "
                  + Quantity.duration(world.nanos() - start)
                  + " so far");
    }
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
