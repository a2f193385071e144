package benchwright.optimizer

import benchwright.Bounds
import benchwright.BudgetSpent
import benchwright.Problem

/** A function, usually a sum of squares, that remembers every point it was asked for. */
class ListenedProblem(
    private val dimension: Int,
    private val budget: Long,
    private val bounds: Bounds = Bounds.cube(dimension, -5.0, 5.0),
    private val value: (DoubleArray) -> Double = { x -> x.sumOf { it * it } },
) : Problem {
    val points = mutableListOf<List<Double>>()
    val blocks = mutableListOf<Int>()

    override fun dimension() = dimension

    override fun bounds() = bounds

    override fun budget() = budget

    override fun remaining() = budget - points.size

    override fun evaluate(x: DoubleArray): Double {
        if (remaining() == 0L) throw BudgetSpent()
        points += x.toList()
        return value(x)
    }

    override fun evaluateAll(
        points: Array<DoubleArray>,
        values: DoubleArray,
    ) {
        blocks += points.size
        for (i in points.indices) values[i] = evaluate(points[i])
    }
}
