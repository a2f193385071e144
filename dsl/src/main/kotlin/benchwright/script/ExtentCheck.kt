package benchwright.script

import benchwright.suite.Budget
import benchwright.suite.FixedBudget
import benchwright.suite.FormulaFunction
import benchwright.suite.FunctionSpec
import benchwright.suite.NamedFunction
import benchwright.suite.PerDimensionBudget
import benchwright.suite.Profile

/** Judges what a profile may say: the suite's own sentences, or those of its quick block. */
internal class ExtentCheck(
    private val extent: Extent,
    private val mistakes: Mistakes,
) {
    private val functionsSaid = mistakes.once(extent.functions)
    private val dimensionsSaid = mistakes.once(extent.dimensions)
    private val instancesSaid = mistakes.once(extent.instances)
    private val seedsSaid = mistakes.once(extent.seeds)
    private val budgetSaid = mistakes.once(extent.budget)

    private val limitSaid = mistakes.once(extent.limit)

    private val functions = functionsSaid?.let(::functions)
    private val dimensions = dimensionsSaid?.let { whole(it, DIMENSIONS) }
    private val instances = instancesSaid?.let { whole(it, INSTANCES) }
    private val seeds = seedsSaid?.let { whole(it, SEEDS) }
    private val budget = budgetSaid?.let(::budget)
    private val limit = limitSaid?.let(::limit)

    /** The profile of a suite without trials: of its sentences it needs the limit alone. */
    fun limitOnly(): Profile =
        Profile(emptyList(), emptyList(), listOf(1), listOf(1), FixedBudget(1), limit ?: 0)

    /** The profile that the sentences add up to, with defaults; told what is missing. */
    fun profile(): Profile {
        if (functionsSaid == null) mistakes.missing("functions")
        if (dimensionsSaid == null) mistakes.missing("dimensions")
        if (budgetSaid == null) mistakes.missing("budget")
        // What is missing is a mistake, so these stand-ins are never seen.
        return profile(
            Profile(emptyList(), emptyList(), listOf(1), listOf(1), FixedBudget(1)),
            null,
        )
    }

    /** The profile that the sentences add up to, where [whole] says what they do not; [outer] said that. */
    fun profile(
        whole: Profile,
        outer: ExtentCheck?,
    ): Profile {
        val profile =
            Profile(
                functions ?: whole.functions,
                dimensions?.map { it.toInt() } ?: whole.dimensions,
                instances?.map { it.toInt() } ?: whole.instances,
                seeds ?: whole.seeds,
                budget ?: whole.budget,
                limit ?: whole.limitSeconds,
            )
        val saysEither = functionsSaid != null || dimensionsSaid != null
        val place = dimensionsSaid ?: outer?.dimensionsSaid
        if (saysEither && place != null) checkRanges(profile, place)
        checkSize(profile)
        return profile
    }

    /** All ids of functions that are used. */
    fun functionIds(): Set<String> = functions.orEmpty().mapTo(mutableSetOf()) { it.id }

    private fun functions(said: Said<List<Functions>>): List<FunctionSpec> {
        val seen = mutableMapOf<String, Spot>()
        val specs = mutableListOf<FunctionSpec>()
        said.value.forEachIndexed { i, argument ->
            val spot = mistakes.source.argument(said.place, i)
            for (fault in argument.faults) mistakes.add(spot, fault.text, fault.remedy)
            for (spec in argument.specs) {
                val first = seen.putIfAbsent(spec.id, spot)
                if (first == null) {
                    specs += spec
                } else {
                    mistakes.add(
                        spot,
                        "the function '${spec.id}' is named twice: here and at ${mistakes.at(
                            first,
                        )}",
                        "keep one of them",
                    )
                }
            }
        }
        if (said.value.isEmpty()) mistakes.empty(said.place, "function")
        return specs
    }

    private fun whole(
        said: Said<Numbers>,
        kind: Kind,
    ): List<Long> {
        val place = said.place
        if (said.value.length == 0L) {
            mistakes.empty(place, kind.noun)
            return emptyList()
        }
        if (said.value.length > kind.most) {
            mistakes.add(
                mistakes.source.spot(place),
                "${said.value.length} ${kind.noun}s are too many: at most ${kind.most} are allowed",
                "write fewer, such as ${Vocabulary.example(place.word)}",
            )
            return emptyList()
        }
        val seen = mutableSetOf<Long>()
        val range = mistakes.source.argumentCount(place) != said.value.length.toInt()
        var told = false
        said.value.asLongs().forEachIndexed { i, value ->
            val spot = mistakes.source.argument(place, if (range) 0 else i)
            if (value !in kind.allowed && !(range && told)) {
                told = true
                mistakes.add(
                    spot,
                    "${kind.noun}s are whole numbers from ${kind.allowed.first} to " +
                        "${kind.allowed.last}; got $value",
                    "write ${Vocabulary.example(place.word)}",
                )
            } else if (!seen.add(value)) {
                mistakes.add(
                    spot,
                    "the ${kind.noun} $value is named twice",
                    "leave one of them out",
                )
            }
        }
        return seen.toList()
    }

    private fun budget(said: Said<Budget>): Budget {
        val (amount, unit) =
            when (val budget = said.value) {
                is PerDimensionBudget -> Pair(budget.evaluations, "perDimension")
                is FixedBudget -> Pair(budget.evaluations, "evaluations")
            }
        if (amount !in BUDGETS) {
            mistakes.add(
                mistakes.source.argument(said.place, 0),
                "a budget is at least 1 evaluation and at most ${BUDGETS.last}; got $amount",
                "write ${if (unit == "perDimension") "200" else "20_000"}.$unit",
            )
        }
        return said.value
    }

    private fun limit(said: Said<Span>): Long {
        val span = said.value
        if (span.seconds !in LIMITS) {
            mistakes.add(
                mistakes.source.argument(said.place, 0),
                "a limit is at least 1 second and at most a year; got ${span.count}.${span.unit}",
                "write ${Vocabulary.example("limit")}",
            )
        }
        return span.seconds
    }

    private fun checkRanges(
        profile: Profile,
        dimensions: Said<Numbers>,
    ) {
        for (dimension in profile.dimensions.filter { it >= 1 }) {
            val tooHigh = profile.functions.filter { dimension < smallest(it) }
            if (tooHigh.isEmpty()) continue
            val i = dimensions.value.asLongs().indexOf(dimension.toLong())
            val more = if (tooHigh.size > FEW) ", …" else ""
            val names = tooHigh.take(FEW).joinToString { it.id } + more
            val begin = if (tooHigh.size == 1) "it begins" else "they begin"
            mistakes.add(
                mistakes.source.argument(dimensions.place, i),
                "dimension $dimension is too small for $names: " +
                    "$begin at ${smallest(tooHigh[0])}",
                "leave $dimension out, or those functions",
            )
        }
    }

    /** Counted without the optimizers: the point is to stop what no machine can do. */
    private fun checkSize(profile: Profile) {
        val sizes =
            listOf(profile.functions, profile.dimensions, profile.instances, profile.seeds)
        val trials = sizes.fold(1.0) { product, part -> product * part.size }
        val place = (seedsSaid ?: instancesSaid ?: functionsSaid)?.place
        if (trials > MOST_TRIALS && place != null) {
            mistakes.add(
                mistakes.source.spot(place),
                "functions × dimensions × instances × seeds are ${trials.toLong()} trials " +
                    "for each optimizer: at most $MOST_TRIALS are allowed",
                "write fewer, or make several suites",
            )
        }
    }

    private fun smallest(function: FunctionSpec): Int =
        when (function) {
            is NamedFunction -> Vocabulary.smallestDimension(function.id)
            is FormulaFunction -> 1
        }

    private class Kind(
        val noun: String,
        val allowed: LongRange,
        val most: Long,
    )

    private companion object {
        val DIMENSIONS = Kind("dimension", 1L..10_000L, 1_000)
        val INSTANCES = Kind("instance", 1L..1_000_000L, 100_000)
        val SEEDS = Kind("seed", 0L..Long.MAX_VALUE, 100_000)
        val BUDGETS = 1L..1_000_000_000_000L
        val LIMITS = 1L..31_536_000L
        const val MOST_TRIALS = 10_000_000
        const val FEW = 3
    }
}
