package benchwright.script

import benchwright.suite.Budget
import benchwright.suite.FixedBudget
import benchwright.suite.PerDimensionBudget

/** A share of a hundred. */
public class Percent internal constructor(
    internal val value: Double,
)

/** A length of time. */
public class Span internal constructor(
    internal val count: Int,
    internal val unit: String,
    secondsEach: Long,
) {
    internal val seconds: Long = count * secondsEach

    internal companion object {
        val NONE = Span(0, "seconds", 1)
    }
}

/** A length of time: `90.seconds`. */
public val Int.seconds: Span get() = Span(this, "seconds", 1)

/** A length of time: `15.minutes`. */
public val Int.minutes: Span get() = Span(this, "minutes", 60)

/** A length of time: `2.hours`. */
public val Int.hours: Span get() = Span(this, "hours", 3_600)

/** So many evaluations for each dimension: `200.perDimension` are 2000 in ten dimensions. */
public val Int.perDimension: Budget get() = PerDimensionBudget(toLong())

/** So many evaluations for each dimension: `200.perDimension` are 2000 in ten dimensions. */
public val Long.perDimension: Budget get() = PerDimensionBudget(this)

/** So many evaluations in every dimension: `20_000.evaluations`. */
public val Int.evaluations: Budget get() = FixedBudget(toLong())

/** So many evaluations in every dimension: `20_000.evaluations`. */
public val Long.evaluations: Budget get() = FixedBudget(this)

/** A share of a hundred: `10.percent`. */
public val Int.percent: Percent get() = Percent(toDouble())

/** A share of a hundred: `2.5.percent`. */
public val Double.percent: Percent get() = Percent(this)
