package benchwright.objective;

/**
 * The random numbers from which the instances of BBOB are made: those of the generator that the
 * benchmark has used since 2009, so that an instance here is the instance that publications report
 * on.
 *
 * <p>A multiplicative congruential generator modulo 2^31 − 1 with multiplier 16807 (Park and
 * Miller, Random Number Generators: Good Ones Are Hard to Find, CACM 31, 1988), its output shuffled
 * by a table of 32 entries (Bays and Durham, 1976). Its logarithms and cosines are correctly
 * rounded, see {@link RoundedMath}.
 */
final class BbobRandom {
  private static final long MODULUS = 2147483647L;
  private static final long MULTIPLIER = 16807L;
  private static final int TABLE = 32;
  private static final int DISCARDED = 8;

  /** What stands in for a draw of exactly zero. */
  private static final double NOT_ZERO = 1e-99;

  private BbobRandom() {}

  /** The first {@code count} numbers, uniform in (0, 1), that follow from a seed. */
  static double[] uniform(int count, long seed) {
    // Seeds beyond the modulus, of instances above 214 000, have no published value; they wrap
    // around.
    long state = Math.max(1L, seed % MODULUS);
    long[] table = new long[TABLE];
    for (int i = TABLE + DISCARDED - 1; i >= 0; i--) {
      state = next(state);
      if (i < TABLE) {
        table[i] = state;
      }
    }
    double[] uniform = new double[count];
    long drawn = table[0];
    for (int i = 0; i < count; i++) {
      state = next(state);
      int place = (int) (drawn / 67108865L);
      drawn = table[place];
      table[place] = state;
      uniform[i] = drawn == 0 ? NOT_ZERO : drawn / 2.147483647e9;
    }
    return uniform;
  }

  /** The first {@code count} standard normal numbers that follow from a seed, by Box and Muller. */
  static double[] gaussian(int count, long seed) {
    double[] uniform = uniform(2 * count, seed);
    double[] gaussian = new double[count];
    for (int i = 0; i < count; i++) {
      double g =
          Math.sqrt(-2.0 * RoundedMath.log(uniform[i]))
              * RoundedMath.cos(2.0 * Math.PI * uniform[count + i]);
      gaussian[i] = g == 0.0 ? NOT_ZERO : g;
    }
    return gaussian;
  }

  private static long next(long state) {
    return MULTIPLIER * state % MODULUS;
  }
}
