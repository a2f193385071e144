package benchwright.objective;

/** 10·(D − Σ cos 2πz_i) + ‖z‖², as 20·Σ sin² πz_i + ‖z‖². */
final class RastriginSum {
  private final int dimension;
  private final double[] waves;
  private final double[] waveSums;

  RastriginSum(int dimension, int count) {
    this.dimension = dimension;
    waves = new double[dimension * count];
    waveSums = new double[count];
  }

  /** Writes the sums for {@code count} points; {@code z} is overwritten. */
  void values(double[] z, int count, double[] values) {
    int length = count * dimension;
    System.arraycopy(z, 0, waves, 0, length);
    Flat.squaredSineOfHalfTurns(waves, length);
    Flat.sums(waves, dimension, count, waveSums);
    Flat.square(z, length);
    Flat.sums(z, dimension, count, values);
    Flat.addScaled(values, 20.0, waveSums, count);
  }
}
