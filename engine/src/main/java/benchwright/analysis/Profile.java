package benchwright.analysis;

/**
 * The share of problems (functions in a dimension) that an optimizer solves within some multiple of
 * what is needed, a problem being solved if its expected running time to the hardest target is
 * finite.
 *
 * @param dimension 0 for all dimensions together
 * @param problems how many problems the share is of
 * @param steps a staircase: y is the share, 0 to 1, within the multiple x
 */
public record Profile(Kind kind, String optimizer, int dimension, int problems, Line steps) {
  /** What the multiples are of. */
  public enum Kind {
    /**
     * Of the best optimizer of the run on that problem (Dolan and Moré, Benchmarking optimization
     * software with performance profiles, Math. Program. 91, 2002).
     */
    PERFORMANCE,

    /**
     * Of d + 1 evaluations, a simplex gradient (Moré and Wild, Benchmarking derivative-free
     * optimization algorithms, SIAM J. Optim. 20, 2009).
     */
    DATA
  }
}
