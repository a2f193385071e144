package benchwright.pair;

import benchwright.artifact.Pair;
import benchwright.artifact.PairedCase;
import benchwright.artifact.PairedReading;
import benchwright.measure.Reading;
import benchwright.measure.Subject;
import benchwright.stats.Agreement;
import benchwright.suite.Tolerance;
import benchwright.suite.Within;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * One case of both sides, measured pair by pair. In a pair both sides are read in turns, A B B A,
 * and every other pair begins with the other side, so that what changes slowly changes both alike.
 *
 * <p>A program that is very short is run several times for one reading, in turns too: the least of
 * neighbouring runs is worth more than one run that met an interruption.
 */
final class Contest {
  /** So long should all runs of one side in a pair take together. */
  private static final double LONG_ENOUGH = 200e6;

  private static final int MOST_RUNS = 20;

  /** Is told before each reading. */
  interface Listener {
    void reading(Subject subject, boolean base, int pair);
  }

  private final MatchedCase matched;
  private final Subject base;
  private final Subject head;
  private final int warmups;
  private final Tolerance tolerance;
  private final Listener listener;
  private final BooleanSupplier stopped;
  private final List<Pair> pairs = new ArrayList<>();
  private final List<Double> warm = new ArrayList<>();
  private int runs = 1;
  private String brokenSide = "";
  private String problem = "";
  private String difference = "";
  private boolean cut;
  private long baseNanos;
  private long headNanos;

  /**
   * @param warmups runs of each side that are not kept; a fork warms up by itself
   * @param tolerance by which the results of both sides may differ
   */
  Contest(
      MatchedCase matched,
      Subject base,
      Subject head,
      int warmups,
      Tolerance tolerance,
      Listener listener,
      BooleanSupplier stopped) {
    this.matched = matched;
    this.base = base;
    this.head = head;
    this.warmups = warmups;
    this.tolerance = tolerance;
    this.listener = listener;
    this.stopped = stopped;
  }

  /** A reading of one side went wrong; the other need not be asked any more. */
  private static final class Broken extends Exception {
    private static final long serialVersionUID = 1L;

    Broken() {
      super(null, null, false, false);
    }
  }

  /** Runs of both sides whose times are not kept but for how many runs make a reading. */
  void warmUp() {
    try {
      for (int i = 0; i < warmups; i++) {
        boolean baseFirst = i % 2 == 0;
        warm.addAll(taken(baseFirst, 0, false).wallNanos());
        warm.addAll(taken(!baseFirst, 0, false).wallNanos());
      }
    } catch (Broken told) {
      return;
    }
    if (!MatchedCase.isOperation(matched.any()) && !warm.isEmpty()) {
      double once = Collections.min(warm);
      int enough = (int) Math.min(MOST_RUNS, Math.ceil(LONG_ENOUGH / once));
      // An even number: then each side comes first as often as the other within a pair.
      runs = enough <= 1 ? 1 : enough + enough % 2;
    }
  }

  /** One more pair. */
  void pair() {
    boolean baseFirst = pairs.size() % 2 == 0;
    List<Reading.Taken> ofBase = new ArrayList<>();
    List<Reading.Taken> ofHead = new ArrayList<>();
    try {
      for (int i = 0; i < runs; i++) {
        boolean first = i % 2 == 0 ? baseFirst : !baseFirst;
        (first ? ofBase : ofHead).add(taken(first, pairs.size() + 1, true));
        (first ? ofHead : ofBase).add(taken(!first, pairs.size() + 1, true));
      }
    } catch (Broken told) {
      return;
    }
    if (pairs.isEmpty()) {
      difference = difference(ofBase.get(0).result(), ofHead.get(0).result());
    }
    pairs.add(new Pair(baseFirst, reading(ofBase), reading(ofHead)));
  }

  private Reading.Taken taken(boolean ofBase, int pair, boolean kept) throws Broken {
    Subject subject = ofBase ? base : head;
    listener.reading(subject, ofBase, pair);
    if (stopped.getAsBoolean()) {
      throw new Broken();
    }
    Reading reading = subject.read(kept);
    if (reading instanceof Reading.Taken taken) {
      double nanos = taken.wallNanos().stream().mapToDouble(v -> v).sum();
      baseNanos += ofBase ? (long) nanos : 0;
      headNanos += ofBase ? 0 : (long) nanos;
      return taken;
    }
    if (reading instanceof Reading.Broken broken) {
      brokenSide = ofBase ? "base" : "head";
      problem = broken.message();
    }
    throw new Broken();
  }

  private static PairedReading reading(List<Reading.Taken> runs) {
    List<Double> wall = new ArrayList<>();
    List<Double> cpu = new ArrayList<>();
    List<Long> peaks = new ArrayList<>();
    List<Double> allocated = new ArrayList<>();
    for (Reading.Taken run : runs) {
      wall.addAll(run.wallNanos());
      for (int i = 0; i < run.userNanos().size(); i++) {
        cpu.add(run.userNanos().get(i) + run.systemNanos().get(i));
      }
      peaks.addAll(run.peakRssBytes());
      allocated.addAll(run.allocatedBytesPerOperation());
    }
    return new PairedReading(wall, cpu, peaks, allocated);
  }

  /** A fast program that answers differently is perhaps no faster program. */
  private String difference(List<Double> expected, List<Double> found) {
    if (!(tolerance instanceof Within within)) {
      return "";
    }
    Agreement agreement =
        Agreement.of(
            expected.stream().mapToDouble(v -> v).toArray(),
            found.stream().mapToDouble(v -> v).toArray());
    if (agreement.isWithin(within.value())) {
      return "";
    }
    return !agreement.sameCount()
        ? "the head gives " + found.size() + " numbers where the base gives " + expected.size()
        : "number "
            + (agreement.at() + 1)
            + " of the result is "
            + found.get(agreement.at())
            + " where the base gives "
            + expected.get(agreement.at());
  }

  /** It gets no more pairs though it should. */
  void cut() {
    cut = true;
  }

  boolean isBroken() {
    return !brokenSide.isEmpty();
  }

  /** How long the slower side was measured, without what lies between readings. */
  long spent() {
    return Math.max(baseNanos, headNanos);
  }

  PairedCase result() {
    PairedCase plain = matched.unmeasured();
    return new PairedCase(
        plain.implementation(),
        plain.kind(),
        plain.key(),
        plain.sides(),
        runs,
        List.copyOf(pairs),
        brokenSide,
        problem,
        cut,
        difference);
  }

  String id() {
    return matched.any().id();
  }
}
