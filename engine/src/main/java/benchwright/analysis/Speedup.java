package benchwright.analysis;

/**
 * How well work spreads over workers.
 *
 * @param value how many times as much is done in the same time as with the fewest workers
 * @param efficiency that over how many times as many workers there are
 * @param serialFraction the share that does not spread, (1/S − 1/p) / (1 − 1/p) (Karp and Flatt,
 *     Measuring Parallel Processor Performance, CACM 33, 1990); NaN with the fewest workers
 */
record Speedup(double value, double efficiency, double serialFraction) {
  /** Not measured. */
  static final Speedup NONE = new Speedup(Double.NaN, Double.NaN, Double.NaN);

  static Speedup of(TimedWork work, TimedWork base) {
    double more = (double) work.key().workers() / base.key().workers();
    double value = work.perSecond() / base.perSecond();
    double serial = more > 1 ? (1 / value - 1 / more) / (1 - 1 / more) : Double.NaN;
    return new Speedup(value, value / more, serial);
  }
}
