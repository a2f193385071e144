package benchwright.objective;

/** A function around its own optimum, before an instance moves it: makes sweeps for a dimension. */
interface Formula {
  /** A new evaluation of up to {@code capacity} points of {@code dimension} coordinates at once. */
  Sweep sweep(int dimension, int capacity);
}
