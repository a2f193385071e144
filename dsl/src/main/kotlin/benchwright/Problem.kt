package benchwright

/**
 * What an optimizer sees: a function to be minimized over a box, and how many evaluations it may spend.
 *
 * Every point counts as one evaluation, wherever it lies; points outside the box are evaluated as the function defines.
 * A problem belongs to the thread of its trial.
 */
public interface Problem {
    /** The number of coordinates of a point, at least 1. */
    public fun dimension(): Int

    /** The box to search. */
    public fun bounds(): Bounds

    /** The number of evaluations that this trial may spend in all. */
    public fun budget(): Long

    /** The number of evaluations that are left. */
    public fun remaining(): Long

    /**
     * The value at [x], which is left as it is.
     *
     * @throws BudgetSpent when no evaluation is left or the target is reached: let it pass, the trial is over.
     * @throws IllegalArgumentException if [x] has another length than [dimension] or holds NaN or an infinity.
     */
    public fun evaluate(x: DoubleArray): Double

    /**
     * The values at all [points], written to the first places of [values]: the fast road, with the very same bits as
     * [evaluate]. Points count in their order; when fewer evaluations are left than points, the first ones are
     * evaluated and counted before [BudgetSpent] is thrown.
     *
     * @throws BudgetSpent as [evaluate].
     * @throws IllegalArgumentException as [evaluate], or if [values] is shorter than [points].
     */
    public fun evaluateAll(
        points: Array<DoubleArray>,
        values: DoubleArray,
    )
}

/** The number of coordinates of a point. */
public val Problem.dimension: Int get() = dimension()

/** The box to search. */
public val Problem.bounds: Bounds get() = bounds()

/** The number of evaluations that this trial may spend in all. */
public val Problem.budget: Long get() = budget()

/** The number of evaluations that are left. */
public val Problem.remaining: Long get() = remaining()
