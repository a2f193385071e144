package benchwright.benchmarks;

import java.util.SplittableRandom;

/** Series of pure noise of mean 0 and, but for spikes, standard deviation 1. */
enum Noise {
  GAUSSIAN("Gaussian", 0),
  HEAVY_TAILED("heavy-tailed: Student's t, 3 degrees of freedom", 0),
  SPIKES("Gaussian, one run in twenty slower by an exponential spike of mean 6", 0),
  AR_3("Gaussian, neighbours correlated by 0.3", 0.3),
  AR_5("Gaussian, neighbours correlated by 0.5", 0.5);

  private final String text;
  private final double correlation;

  Noise(String text, double correlation) {
    this.text = text;
    this.correlation = correlation;
  }

  String text() {
    return text;
  }

  double[] series(int length, SplittableRandom random) {
    double[] series = new double[length];
    double before = gaussian(random);
    for (int i = 0; i < length; i++) {
      double next = gaussian(random);
      switch (this) {
        case HEAVY_TAILED -> {
          double squares = 0;
          for (int k = 0; k < 3; k++) {
            double each = gaussian(random);
            squares += each * each;
          }
          series[i] = next / Math.sqrt(squares / 3) / Math.sqrt(3);
        }
        case SPIKES ->
            series[i] =
                next + (random.nextDouble() < 0.05 ? -6 * Math.log(1 - random.nextDouble()) : 0);
        default -> {
          before = correlation * before + Math.sqrt(1 - correlation * correlation) * next;
          series[i] = before;
        }
      }
    }
    return series;
  }

  private static double gaussian(SplittableRandom random) {
    return Math.sqrt(-2 * Math.log(1 - random.nextDouble()))
        * Math.cos(2 * Math.PI * random.nextDouble());
  }
}
