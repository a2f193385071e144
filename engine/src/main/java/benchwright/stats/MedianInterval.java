package benchwright.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Where the true median of what a sample was drawn from lies, with confidence 95 %: the percentile
 * interval of the bootstrap (Efron, Bootstrap Methods, The Annals of Statistics 7, 1979).
 *
 * <p>Nothing is drawn: the distribution of the median of a resample is known exactly (Maritz and
 * Jarrett, A Note on Estimating the Variance of the Sample Median, JASA 73, 1978), so this is the
 * interval that infinitely many resamples would give, the same at each call.
 *
 * <p>Up to five numbers it is the whole range of the sample, which holds the true median with less
 * than 95 %: 5 numbers 94 %, 4 numbers 88 %, 3 numbers 75 %, 2 numbers 50 %.
 *
 * @param median of the sample; NaN if it is empty
 * @param lower NaN for fewer than two numbers, which say nothing of their spread
 * @param upper likewise
 */
public record MedianInterval(double median, double lower, double upper) {
  private static final double ERROR = 0.05;

  /** What is less likely moves no quantile that could be told from another. */
  private static final double NEVER = 1e-15;

  /** The interval of the median of {@code values}, in any order; of finite numbers. */
  public static MedianInterval of(double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double median = Sample.of(sorted).median();
    if (sorted.length < 2) {
      return new MedianInterval(median, Double.NaN, Double.NaN);
    }
    return sorted.length % 2 == 1 ? odd(sorted, median) : even(sorted, median);
  }

  /**
   * Half of the interval over the median, such as 0.02 for 2 %: how well the median is known; NaN
   * for fewer than two numbers.
   */
  public static double halfWidthOverMedian(double... values) {
    return of(values).relativeError();
  }

  /** Half of the interval over the median; NaN where there is no interval. */
  public double relativeError() {
    return (upper - lower) / 2 / Math.abs(median);
  }

  /** The median of a resample is a number of the sample: which one, a binomial tail says. */
  private static MedianInterval odd(double[] sorted, double median) {
    int n = sorted.length;
    int middle = (n + 1) / 2;
    double logChoose = logChoose(n, middle);
    return new MedianInterval(
        median,
        sorted[rank(n, middle, logChoose, ERROR / 2) - 1],
        sorted[rank(n, middle, logChoose, 1 - ERROR / 2) - 1]);
  }

  /**
   * The least rank r for which the order statistic k of a resample is of rank ≤ r with {@code p}.
   */
  private static int rank(int n, int k, double logChoose, double p) {
    int low = 1;
    int high = n;
    while (low < high) {
      int between = (low + high) >>> 1;
      if (below(n, k, between, logChoose) >= p) {
        high = between;
      } else {
        low = between + 1;
      }
    }
    return low;
  }

  /** P(B ≥ k) for B binomial with n and r/n: k or more of n draws are among the r smallest. */
  private static double below(int n, int k, int r, double logChoose) {
    if (r <= 0) {
      return 0;
    }
    if (r >= n) {
      return 1;
    }
    // Summed from its far end inwards: the first term of the larger tail would underflow.
    double p = (double) r / n;
    return p <= (double) k / n
        ? tail(n, k, p, logChoose)
        : 1 - tail(n, n - k + 1, 1 - p, logChoose + StrictMath.log(k / (n - k + 1.0)));
  }

  /** P(B ≥ k) for B binomial with n and p ≤ k/n; the terms one from the other. */
  private static double tail(int n, int k, double p, double logChoose) {
    double term = StrictMath.exp(logChoose + k * StrictMath.log(p) + (n - k) * log1m(p));
    double sum = term;
    for (int i = k; i < n && term > NEVER * sum; i++) {
      term *= p / (1 - p) * (n - i) / (i + 1);
      sum += term;
    }
    return Math.min(1, sum);
  }

  /**
   * The two middle numbers of a resample, of ranks i and j in the sample, and how likely they are.
   */
  private record Pair(double mean, double weight) {}

  private static MedianInterval even(double[] sorted, double median) {
    int n = sorted.length;
    int half = n / 2;
    double logChoose = logChoose(n, half);
    List<Pair> pairs = new ArrayList<>();
    for (int i = 1; i <= n; i++) {
      double lowerIsI = below(n, half, i, logChoose) - below(n, half, i - 1, logChoose);
      if (lowerIsI < NEVER) {
        continue;
      }
      // Half of the draws are of rank ≤ i, not all of them < i; the other half lies above i.
      double logHere =
          logChoose
              + half * StrictMath.log((double) i / n)
              + log1m(StrictMath.pow((i - 1.0) / i, half));
      double above = above(n, half, i, logHere);
      pairs.add(new Pair(sorted[i - 1], Math.max(0, lowerIsI - above)));
      for (int j = i + 1; j <= n && above > NEVER; j++) {
        double further = above(n, half, j, logHere);
        pairs.add(new Pair((sorted[i - 1] + sorted[j - 1]) / 2, above - further));
        above = further;
      }
    }
    pairs.sort(Comparator.comparingDouble(Pair::mean));
    return new MedianInterval(median, quantile(pairs, ERROR / 2), quantile(pairs, 1 - ERROR / 2));
  }

  /** The probability that goes with {@code logHere} and the other half being of rank > r. */
  private static double above(int n, int half, int r, double logHere) {
    return r >= n ? 0 : StrictMath.exp(logHere + half * log1m((double) r / n));
  }

  private static double quantile(List<Pair> pairs, double p) {
    double sum = 0;
    for (Pair pair : pairs) {
      sum += pair.weight();
      if (sum >= p) {
        return pair.mean();
      }
    }
    return pairs.get(pairs.size() - 1).mean();
  }

  private static double log1m(double p) {
    return StrictMath.log1p(-p);
  }

  private static double logChoose(int n, int k) {
    double sum = 0;
    for (int i = 1; i <= Math.min(k, n - k); i++) {
      sum += StrictMath.log((double) (n - Math.min(k, n - k) + i) / i);
    }
    return sum;
  }
}
