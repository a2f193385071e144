package benchwright.analysis;

/**
 * The time that an optimizer takes beside the evaluations that it asks for.
 *
 * @param nanosPerEvaluation the median over {@code trials}
 */
public record Overhead(String optimizer, int dimension, int trials, double nanosPerEvaluation) {
  /** For each coordinate of each point. */
  public double nanosPerCoordinate() {
    return nanosPerEvaluation / dimension;
  }
}
