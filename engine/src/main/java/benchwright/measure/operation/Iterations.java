package benchwright.measure.operation;

/**
 * How long a fork measures. The compiler of the JVM has done its work on a hot method after a few
 * tenths of a second; five short iterations tell whether times still fall, and forks differ more
 * from each other than iterations of one fork do, so time is better spent on more forks (Kalibera
 * and Jones, Rigorous benchmarking in reasonable time, ISMM 2013).
 */
final class Iterations {
  /** Of one iteration that only warms up. */
  static final long WARMUP_MILLIS = 200;

  /** Of one that is kept; one call at least, however long it takes. */
  static final long MEASURED_MILLIS = 100;

  /** That are kept. */
  static final int MEASURED = 5;

  private Iterations() {}
}
