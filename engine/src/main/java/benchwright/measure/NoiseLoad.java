package benchwright.measure;

import java.util.Arrays;

/**
 * A program that always does the same, to see how different that looks: arithmetic and a walk
 * through a quarter of a megabyte, in batches of about two milliseconds. Prints the median time of
 * a batch in nanoseconds.
 */
public final class NoiseLoad {
  private static final int WARM_UP = 15;
  private static final int BATCHES = 21;
  private static final int STEPS = 400_000;
  private static final int CELLS = 1 << 15;

  private NoiseLoad() {}

  /** Carries it out. */
  public static void main(String[] arguments) {
    long[] cells = new long[CELLS];
    long seed = 88172645463325252L;
    long[] nanos = new long[BATCHES];
    for (int batch = -WARM_UP; batch < BATCHES; batch++) {
      long begin = System.nanoTime();
      seed = batch(cells, seed);
      if (batch >= 0) {
        nanos[batch] = System.nanoTime() - begin;
      }
    }
    Arrays.sort(nanos);
    // The seed depends on all that was done, so that nothing of it can be left out.
    System.out.println(nanos[BATCHES / 2] + " " + seed);
  }

  private static long batch(long[] cells, long seed) {
    long state = seed;
    for (int step = 0; step < STEPS; step++) {
      state ^= state << 13;
      state ^= state >>> 7;
      state ^= state << 17;
      int cell = (int) (state >>> 49);
      cells[cell] += state;
      state += cells[(cell + step) & (CELLS - 1)] & 1;
    }
    return state;
  }
}
