package benchwright.analysis;

/**
 * How near trials had come after so many evaluations: surfaces of the empirical attainment function
 * (the share of trials at or below a value by an evaluation reaches a quarter, a half, three
 * quarters). A trial that has ended counts with its last value.
 *
 * @param known whether the values are distances to the optimum; raw values of the function where it
 *     is unknown
 * @param quarter a staircase over evaluations; infinite before so many trials saw a number
 * @param half over the same evaluations
 * @param threeQuarters over the same evaluations
 */
public record Convergence(
    String optimizer,
    String function,
    int dimension,
    int trials,
    boolean known,
    Line quarter,
    Line half,
    Line threeQuarters) {}
