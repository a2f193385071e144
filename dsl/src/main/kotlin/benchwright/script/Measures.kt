package benchwright.script

import benchwright.suite.Measure
import benchwright.suite.PublicationKind

/** The expected number of evaluations until a target is hit (ERT). */
public val expectedRuntime: Measure get() = Measure.EXPECTED_RUNTIME

/** The share of trials that hit the hardest target. */
public val successRate: Measure get() = Measure.SUCCESS_RATE

/** Wall time. */
public val time: Measure get() = Measure.TIME

/** Peak resident memory. */
public val memory: Measure get() = Measure.MEMORY

/** Processor time over wall time and workers. */
public val utilization: Measure get() = Measure.UTILIZATION

/** What a marked region of a document shows: `table(expectedRuntime)`. */
public class Exhibit internal constructor(
    internal val kind: PublicationKind,
    internal val measure: Measure,
)

/** A table: a row for each function and dimension, a column for each optimizer. */
public fun table(measure: Measure): Exhibit = Exhibit(PublicationKind.TABLE, measure)

/** Curves over the evaluations: one for each optimizer. */
public fun curves(measure: Measure): Exhibit = Exhibit(PublicationKind.CURVES, measure)

/** A line of small bars: the measure over the last runs. */
public fun sparkline(measure: Measure): Exhibit = Exhibit(PublicationKind.SPARKLINE, measure)
