package benchwright.optimizer;

import benchwright.numeric.PinnedMath;

/**
 * The constants of CMA-ES for a dimension and a population: the defaults of Hansen, The CMA
 * Evolution Strategy: A Tutorial (arXiv 1604.00772), Table 1, whose equations (49) to (58) stand
 * beside the lines. With the negative weights of the active update (Jastrebski and Arnold, 2006).
 */
final class CmaSettings {
  /** λ, the number of points in a generation. */
  final int population;

  /** μ, the number of points that the mean moves to. */
  final int parents;

  /** w, one for each rank: positive ones of sum 1, then those that are not. */
  final double[] weights;

  /** μ_eff, the variance-effective number of parents. */
  final double effective;

  /** c_c, of the path of the covariance matrix. */
  final double pathRate;

  /** c_1, of the update by that path. */
  final double rankOneRate;

  /** c_μ, of the update by the population. */
  final double rankMuRate;

  /** c_σ, of the path of the step size. */
  final double stepPathRate;

  /** d_σ, which dampens changes of the step size. */
  final double stepDamping;

  /** The expected length of a standard normal vector. */
  final double expectedLength;

  CmaSettings(int dimension, int population) {
    double n = dimension;
    this.population = population;
    this.parents = population / 2;
    double[] raw = new double[population];
    double positive = 0;
    double positiveSquares = 0;
    double negative = 0;
    double negativeSquares = 0;
    for (int i = 0; i < population; i++) {
      raw[i] = PinnedMath.log((population + 1) / 2.0) - PinnedMath.log(i + 1); // (49)
      if (i < parents) {
        positive += raw[i];
        positiveSquares += raw[i] * raw[i];
      } else {
        negative -= raw[i];
        negativeSquares += raw[i] * raw[i];
      }
    }
    effective = positive * positive / positiveSquares; // Table 1
    double effectiveNegative = negative * negative / negativeSquares;
    stepPathRate = (effective + 2) / (n + effective + 5); // (55)
    stepDamping =
        1 + 2 * Math.max(0, Math.sqrt((effective - 1) / (n + 1)) - 1) + stepPathRate; // (55)
    pathRate = (4 + effective / n) / (n + 4 + 2 * effective / n); // (56)
    rankOneRate = 2 / ((n + 1.3) * (n + 1.3) + effective); // (57)
    rankMuRate = // (58)
        Math.min(
            1 - rankOneRate,
            2 * (0.25 + effective + 1 / effective - 2) / ((n + 2) * (n + 2) + effective));
    double balanced = 1 + rankOneRate / rankMuRate; // (50)
    double ofEffective = 1 + 2 * effectiveNegative / (effective + 2); // (51)
    double ofDefiniteness = (1 - rankOneRate - rankMuRate) / (n * rankMuRate); // (52)
    double sum = Math.min(balanced, Math.min(ofEffective, ofDefiniteness));
    weights = raw;
    for (int i = 0; i < population; i++) {
      weights[i] = i < parents ? raw[i] / positive : sum * raw[i] / negative; // (53)
    }
    expectedLength = Math.sqrt(n) * (1 - 1 / (4 * n) + 1 / (21 * n * n));
  }

  /** λ = 4 + ⌊3 ln d⌋. (48) */
  static int defaultPopulation(int dimension) {
    return 4 + (int) (3 * PinnedMath.log(dimension));
  }
}
