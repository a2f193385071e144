package benchwright.stats;

/**
 * Random whole numbers, the same for the same seed on every JVM: SplitMix64 (Steele, Lea and Flood,
 * Fast splittable pseudorandom number generators, OOPSLA 2014).
 */
public final class Draws {
  private static final long GOLDEN = 0x9e3779b97f4a7c15L;

  private long state;

  public Draws(long seed) {
    state = seed;
  }

  /** From 0 to {@code bound} − 1; its bias is below bound / 2^31. */
  public int below(int bound) {
    return (int) (((next() >>> 33) * bound) >>> 31);
  }

  /** Fills {@code into} with numbers of {@code values}, drawn with replacement. */
  void resample(double[] values, double[] into) {
    for (int i = 0; i < into.length; i++) {
      into[i] = values[below(values.length)];
    }
  }

  private long next() {
    state += GOLDEN;
    long z = state;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
