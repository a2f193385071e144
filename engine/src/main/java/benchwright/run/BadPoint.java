package benchwright.run;

/** Refuses a point that is no point of the search space. */
final class BadPoint extends IllegalArgumentException {
  private BadPoint(String message) {
    super(message);
  }

  static BadPoint of(double[] x, int dimension, long evaluation) {
    if (x.length != dimension) {
      return new BadPoint(
          "the point of evaluation "
              + evaluation
              + " has "
              + x.length
              + " coordinates; the problem has "
              + dimension);
    }
    int j = 0;
    while (Double.isFinite(x[j])) {
      j++;
    }
    return new BadPoint(
        "the point of evaluation "
            + evaluation
            + " is "
            + x[j]
            + " in coordinate "
            + j
            + " (counted from 0)");
  }
}
