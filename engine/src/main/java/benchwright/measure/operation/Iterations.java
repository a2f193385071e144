package benchwright.measure.operation;

/**
 * How long a fork measures. Forks differ more from each other than the iterations of one fork do,
 * so time is better spent on more forks than on long iterations (Kalibera and Jones, Rigorous
 * benchmarking in reasonable time, ISMM 2013).
 *
 * @param warmupMillis of one iteration that only warms up
 * @param measuredMillis of one that is kept; one call at least, however long it takes
 * @param measured how many are kept
 */
record Iterations(long warmupMillis, long measuredMillis, int measured) {
  /**
   * A hot method is compiled after a few tenths of a second; five short iterations tell whether
   * times still fall.
   */
  static final Iterations USUAL = new Iterations(200, 100, 5);
}
