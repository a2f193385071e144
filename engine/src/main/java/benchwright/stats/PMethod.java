package benchwright.stats;

/** How the probability of a result was found. */
public enum PMethod {
  /** By counting all permutations, given the ties. */
  EXACT,
  /** By the normal distribution, corrected for ties and continuity. */
  NORMAL;

  /** The two-sided probability of so far a deviation from the mean, half a step of it for free. */
  static double normal(double deviation, double variance) {
    if (variance <= 0) {
      return 1;
    }
    double z = (deviation - 0.5 * Math.signum(deviation)) / Math.sqrt(variance);
    return Tails.twoSided(Tails.normalBelow(z), Tails.normalBelow(-z));
  }
}
