package benchwright.stats;

/** Tails of the binomial distribution, summed term by term. */
final class Binomial {
  private Binomial() {}

  /** P(B ≥ k) for B binomial with n and p. */
  static double atLeast(int k, int n, double p) {
    if (k <= 0) {
      return 1;
    }
    double sum = 0;
    for (int i = n; i >= k; i--) {
      sum += probability(i, n, p);
    }
    return Math.min(1, sum);
  }

  /** The least k with P(B ≥ k) ≤ {@code error} for fair coins; n + 1 if there is none. */
  static int critical(int n, double error) {
    // The probability of k heads from that of k + 1: 2^-n is exact.
    double probability = Math.scalb(1.0, -n);
    double sum = 0;
    for (int k = n; k >= 0; k--) {
      sum += probability;
      if (sum > error) {
        return k + 1;
      }
      probability *= (double) k / (n - k + 1);
    }
    return 0;
  }

  private static double probability(int k, int n, double p) {
    if (p <= 0 || p >= 1) {
      return k == (p <= 0 ? 0 : n) ? 1 : 0;
    }
    double log = 0;
    int few = Math.min(k, n - k);
    for (int i = 1; i <= few; i++) {
      log += StrictMath.log((double) (n - few + i) / i);
    }
    return StrictMath.exp(log + k * StrictMath.log(p) + (n - k) * StrictMath.log1p(-p));
  }
}
