package benchwright.analysis;

/**
 * The empirical distribution of running times of one optimizer over a group of functions: the share
 * of all pairs of a trial and a target, hit or not, that were hit within so many evaluations per
 * dimension (Hansen et al., COCO: performance assessment, 2016, without simulated restarts).
 *
 * @param group the id of the group of functions
 * @param dimension 0 for all dimensions together
 * @param problems how many functions, or functions and dimensions, it is about
 * @param pairs of a trial and a target
 * @param steps a staircase: x are evaluations divided by the dimension, y is the share, 0 to 1; at
 *     most 200 points, the last at {@code spent}
 * @param spent the most that any trial spent, in evaluations divided by the dimension: what lies
 *     right of it was not tried
 */
public record RuntimeDistribution(
    String optimizer,
    String group,
    int dimension,
    int problems,
    long pairs,
    Line steps,
    double spent) {}
