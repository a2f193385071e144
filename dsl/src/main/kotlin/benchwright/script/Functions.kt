package benchwright.script

import benchwright.suite.FunctionSpec
import benchwright.suite.NamedFunction

/** One or several objective functions: what `functions(…)` takes. */
public open class Functions internal constructor(
    internal val specs: List<FunctionSpec>,
    /** What is wrong with the words that named these functions; told where they are used. */
    internal val faults: List<Fault>,
) {
    internal constructor(spec: FunctionSpec) : this(listOf(spec), emptyList())
}

/** A classic function, shifted by its instance: `sphere`; or `sphere(shifted = false)`, optimum where textbooks have it. */
public class Classic internal constructor(
    private val id: String,
) : Functions(NamedFunction(id)) {
    /** The same function, shifted by its instance or not. */
    public operator fun invoke(shifted: Boolean = true): Functions =
        if (shifted) this else Functions(NamedFunction("$id-unshifted"))
}

/** The noiseless BBOB functions with these numbers, of 1 to 24: `bbob(1, 8, 15)`. */
public fun bbob(vararg numbers: Int): Functions = bbobOf(numbers.size.toLong(), numbers.asList())

/** The noiseless BBOB functions of a range of numbers, of 1 to 24: `bbob(1..24)`. */
public fun bbob(numbers: IntProgression): Functions = bbobOf(numbers.length(), numbers)

private fun bbobOf(
    length: Long,
    numbers: Iterable<Int>,
): Functions {
    val faults = mutableListOf<Fault>()
    if (length == 0L) {
        faults +=
            Fault(
                "bbob(…) names no function",
                "write its numbers, such as bbob(1, 8) or bbob(1..24)",
            )
    }
    val wrong =
        numbers
            .asSequence()
            .filter { it !in BBOB_NUMBERS }
            .take(MANY)
            .toList()
    if (wrong.isNotEmpty()) {
        val more = if (wrong.size == MANY) ", …" else ""
        faults +=
            Fault(
                "BBOB has the functions 1 to 24; got ${wrong.joinToString()}$more",
                "write numbers of 1 to 24, such as bbob(1, 8) or bbob(1..24)",
            )
    }
    val known = numbers.asSequence().take(MANY * BBOB_NUMBERS.last).filter { it in BBOB_NUMBERS }
    return Functions(known.map { NamedFunction("$BBOB_PREFIX$it") }.toList(), faults)
}

internal const val BBOB_PREFIX = "bbob-f"
internal val BBOB_NUMBERS = 1..24
private const val MANY = 5

/** f(z) = Σ zᵢ². */
public val sphere: Classic get() = Classic("sphere")

/** f(z) = Σ 100 (zᵢ₊₁ − zᵢ²)² + (1 − zᵢ)²: a bent valley; from 2 dimensions. */
public val rosenbrock: Classic get() = Classic("rosenbrock")

/** f(z) = 10 D + Σ zᵢ² − 10 cos 2πzᵢ: a regular grid of local optima. */
public val rastrigin: Classic get() = Classic("rastrigin")

/** Ackley's function: a funnel with ripples. */
public val ackley: Classic get() = Classic("ackley")

/** Griewank's function: a wide bowl with small waves. */
public val griewank: Classic get() = Classic("griewank")

/** Schwefel's problem 1.2: squares of partial sums. */
public val schwefel12: Classic get() = Classic("schwefel-1-2")

/** Schwefel's problem 2.21: the largest coordinate. */
public val schwefel221: Classic get() = Classic("schwefel-2-21")

/** Schwefel's problem 2.22: sum and product of the coordinates' sizes. */
public val schwefel222: Classic get() = Classic("schwefel-2-22")

/** Schwefel's problem 2.26: many optima, the best one far from the second best. */
public val schwefel226: Classic get() = Classic("schwefel-2-26")

/** Levy's function. */
public val levy: Classic get() = Classic("levy")

/** Zakharov's function: a plate with one optimum. */
public val zakharov: Classic get() = Classic("zakharov")

/** The function of Styblinski and Tang. */
public val styblinskiTang: Classic get() = Classic("styblinski-tang")

/** f(z) = Σ ⌊zᵢ + ½⌋²: plateaus. */
public val step: Classic get() = Classic("step")

/** The first generalized penalized function. */
public val penalized1: Classic get() = Classic("penalized-1")

/** The second generalized penalized function. */
public val penalized2: Classic get() = Classic("penalized-2")
