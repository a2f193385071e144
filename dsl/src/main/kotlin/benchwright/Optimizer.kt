package benchwright

/**
 * A strategy that minimizes a [Problem], drawing all its randomness from the [RandomSource] it is given.
 *
 * It returns when it has nothing left to try; the engine ends it with [BudgetSpent] when the budget is spent or the
 * target reached. The best point is the engine's to remember: an optimizer returns nothing. One object carries out one
 * trial, in one thread.
 */
public fun interface Optimizer {
    /** Searches [problem] until it has nothing left to try or [BudgetSpent] passes through. */
    public fun minimize(
        problem: Problem,
        random: RandomSource,
    )
}
