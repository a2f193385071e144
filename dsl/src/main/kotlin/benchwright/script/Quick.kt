package benchwright.script

import benchwright.suite.Budget
import benchwright.suite.Size
import benchwright.suite.Timing

/** The statements of a `quick { … }` block: the extent of the suite that `--quick` runs. */
public class Quick internal constructor(
    private val draft: Draft,
) {
    internal val extent = Extent()

    /** The objective functions of a quick run. */
    public fun functions(vararg functions: Functions) {
        extent.functions += draft.said("functions", functions.asList())
    }

    /** The numbers of coordinates of a quick run. */
    public fun dimensions(vararg dimensions: Int) {
        extent.dimensions += draft.said("dimensions", numbers(dimensions))
    }

    /** The numbers of coordinates of a quick run. */
    public fun dimensions(dimensions: IntProgression) {
        extent.dimensions += draft.said("dimensions", numbers(dimensions))
    }

    /** The instances of a quick run. */
    public fun instances(vararg instances: Int) {
        extent.instances += draft.said("instances", numbers(instances))
    }

    /** The instances of a quick run. */
    public fun instances(instances: IntProgression) {
        extent.instances += draft.said("instances", numbers(instances))
    }

    /** The seeds of a quick run. */
    public fun seeds(vararg seeds: Long) {
        extent.seeds += draft.said("seeds", Numbers(seeds.size.toLong(), seeds.asList()))
    }

    /** The seeds of a quick run. */
    public fun seeds(seeds: IntProgression) {
        extent.seeds += draft.said("seeds", numbers(seeds))
    }

    /** What one trial of a quick run may spend. */
    public fun budget(budget: Budget) {
        extent.budget += draft.said("budget", budget)
    }

    /** How much is to be done, for implementations that ask for `{size}`; 0 leaves a size out: `sizes(small = 100)`. */
    public fun sizes(
        tiny: Long = 0,
        small: Long = 0,
        medium: Long = 0,
        large: Long = 0,
    ) {
        extent.sizes += draft.said("sizes", named(tiny, small, medium, large))
    }

    /** How many workers at a time, for implementations that ask for `{workers}`: `workers(1, 2, 4)`. Only 1 if it is not given. */
    public fun workers(vararg workers: Int) {
        extent.workers += draft.said("workers", numbers(workers))
    }

    /**
     * How measurements are made: so many [warmups] whose time is not kept, then [runs] of a command or [forks] of an
     * operation, until half of the interval of the median is no wider than [untilError] of it. No further run of the
     * same case is begun after [limit]; a run that takes longer than [timeout] has failed.
     */
    public fun timing(
        warmups: Int = 3,
        runs: IntRange = 10..100,
        forks: Int = 5,
        untilError: Percent = 2.percent,
        limit: Span = Span.NONE,
        timeout: Span = 10.minutes,
    ) {
        extent.timing +=
            draft.said(
                "timing",
                timingOf(warmups, runs, forks, untilError, limit, timeout),
            )
    }

    /** How long a quick run may go on. */
    public fun limit(time: Span) {
        extent.limit += draft.said("limit", time)
    }
}

internal fun timingOf(
    warmups: Int,
    runs: IntRange,
    forks: Int,
    untilError: Percent,
    limit: Span,
    timeout: Span,
): Timing =
    Timing(
        warmups,
        runs.first,
        runs.last,
        forks,
        untilError.value,
        limit.seconds,
        timeout.seconds,
    )

internal fun named(
    tiny: Long,
    small: Long,
    medium: Long,
    large: Long,
): List<Size> =
    listOf(Size("tiny", tiny), Size("small", small), Size("medium", medium), Size("large", large))
        .filter { it.value != 0L }

internal fun numbers(values: IntArray) = Numbers(values.size.toLong(), values.asList())

internal fun numbers(values: IntProgression) = Numbers(values.length(), values)
