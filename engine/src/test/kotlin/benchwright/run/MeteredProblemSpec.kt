package benchwright.run

import benchwright.Bounds
import benchwright.BudgetSpent
import benchwright.objective.Evaluator
import benchwright.objective.Objective
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.doubles.shouldBeLessThan
import io.kotest.matchers.longs.shouldBeInRange
import io.kotest.matchers.shouldBe
import io.kotest.property.Arb
import io.kotest.property.arbitrary.double
import io.kotest.property.arbitrary.int
import io.kotest.property.arbitrary.list
import io.kotest.property.checkAll
import java.util.Optional
import java.util.OptionalDouble

/**
 * The first coordinate as the value, so that a test says what is returned; throws below −9. As every
 * evaluator it has no number for what is no point.
 */
private object Coordinate : Objective, Evaluator {
    override fun id() = "coordinate"

    override fun dimension() = 2

    override fun instance() = 1

    override fun bounds() = Bounds.cube(2, -10.0, 10.0)

    override fun optimum() = OptionalDouble.of(0.0)

    override fun optimalPoint() = Optional.empty<DoubleArray>()

    override fun evaluator() = this

    override fun evaluate(x: DoubleArray): Double =
        Evaluator.settled(if (x[0] < -9 && x[0].isFinite()) error("below") else x[0], x)

    override fun evaluateAll(
        points: Array<DoubleArray>,
        count: Int,
        values: DoubleArray,
    ) {
        for (i in 0 until count) values[i] = evaluate(points[i])
    }
}

private fun metered(
    budget: Long = 10,
    target: Double = 1.0,
    clock: () -> Long = System::nanoTime,
) = MeteredProblem(Coordinate, Coordinate, budget, OptionalDouble.of(target), StopSignal(), clock)

private fun points(vararg values: Double): Array<DoubleArray> =
    Array(values.size) { doubleArrayOf(values[it], 0.0) }

class MeteredProblemSpec :
    FunSpec({
        test("evaluateAll is evaluate in a loop: the same counts, ends, histories and failures") {
            val edge = listOf(Double.NaN, Double.POSITIVE_INFINITY, 0.5, -9.5)
            // Small steps downwards, so that targets are met in the middle of blocks.
            val value = Arb.double(0.9, 9.0)
            checkAll(
                2_000,
                Arb.list(value, 0..30),
                Arb.int(0..60),
                Arb.int(0..3),
                Arb.int(1..7),
                Arb.int(1..40),
            ) {
                values,
                place,
                which,
                block,
                budget,
                ->
                val all = values.toMutableList()
                if (place < all.size) all[place] = edge[which]
                val single = metered(budget.toLong())
                val blocks = metered(budget.toLong())
                val singleEnd =
                    runCatching { points(*all.toDoubleArray()).forEach { single.evaluate(it) } }
                val blocksEnd =
                    runCatching {
                        points(*all.toDoubleArray()).toList().chunked(block).forEach {
                            blocks.evaluateAll(it.toTypedArray(), DoubleArray(it.size))
                        }
                    }
                blocksEnd.exceptionOrNull()?.toString() shouldBe
                    singleEnd.exceptionOrNull()?.toString()
                blocks.evaluations() shouldBe single.evaluations()
                blocks.history() shouldBe single.history()
                blocks.bestPoint().toList() shouldBe single.bestPoint().toList()
                blocks.isTargetReached shouldBe single.isTargetReached
                blocks.isBudgetSpent shouldBe single.isBudgetSpent
                blocks.remaining() shouldBe single.remaining()
                blocks.failure()?.message shouldBe single.failure()?.message
            }
        }

        test("a block that is larger than what is left is evaluated as far as the budget goes") {
            val problem = metered(budget = 3)
            val values = DoubleArray(5)
            shouldThrow<BudgetSpent> {
                problem.evaluateAll(
                    points(5.0, 4.0, 3.0, 2.0, 1.5),
                    values,
                )
            }
            values.toList() shouldBe listOf(5.0, 4.0, 3.0, 0.0, 0.0)
            problem.evaluations() shouldBe 3
            shouldThrow<BudgetSpent> { problem.evaluate(doubleArrayOf(2.0, 2.0)) }
            shouldThrow<BudgetSpent> { problem.evaluateAll(points(2.0), values) }
            problem.evaluations() shouldBe 3
        }

        test("the value on the target is returned, and the next call is refused") {
            val problem = metered(target = 1.0)
            problem.evaluate(doubleArrayOf(1.0, 0.0)) shouldBe 1.0
            problem.remaining() shouldBe 0
            shouldThrow<BudgetSpent> { problem.evaluate(doubleArrayOf(0.5, 0.0)) }
            problem.isTargetReached shouldBe true
        }

        test("a block that ends with the target is returned, one that goes on is not") {
            metered().evaluateAll(points(3.0, 1.0), DoubleArray(2))
            shouldThrow<BudgetSpent> {
                metered().evaluateAll(
                    points(3.0, 1.0, 2.0),
                    DoubleArray(3),
                )
            }
        }

        test("an empty block is no evaluation, even at the end of the budget") {
            val problem = metered(budget = 1)
            problem.evaluateAll(arrayOf(), DoubleArray(0))
            problem.evaluate(doubleArrayOf(5.0, 0.0))
            problem.evaluateAll(arrayOf(), DoubleArray(0))
            problem.evaluations() shouldBe 1
        }

        test("too little room for values is refused before anything is evaluated") {
            val problem = metered()
            shouldThrow<IllegalArgumentException> {
                problem.evaluateAll(
                    points(5.0, 4.0),
                    DoubleArray(1),
                )
            }
            problem.evaluations() shouldBe 0
        }

        test("the extremes of double are points") {
            val problem = metered(target = -1e300)
            problem.evaluate(doubleArrayOf(Double.MAX_VALUE, -Double.MAX_VALUE)) shouldBe
                Double.MAX_VALUE
            problem.evaluate(doubleArrayOf(Double.MIN_VALUE, -0.0)) shouldBe Double.MIN_VALUE
            shouldThrow<IllegalArgumentException> {
                problem.evaluate(doubleArrayOf(0.0, Double.NEGATIVE_INFINITY))
            }
        }

        test("the best point is a copy") {
            val problem = metered()
            val x = doubleArrayOf(5.0, 7.0)
            problem.evaluate(x)
            x[1] = 0.0
            problem.bestPoint().toList() shouldBe listOf(5.0, 7.0)
        }

        test("a problem that was closed refuses what an optimizer does later") {
            val problem = metered()
            problem.evaluate(doubleArrayOf(5.0, 0.0))
            problem.close()
            shouldThrow<BudgetSpent> { problem.evaluate(doubleArrayOf(4.0, 0.0)) }
            problem.evaluations() shouldBe 1
        }

        test("sampled time is scaled to all evaluations") {
            // A clock that goes on by 10 ns at each look: every timed call seems to take 10 ns.
            var now = 0L
            val problem = metered(budget = 10_000, target = -1.0) { now.also { now += 10 } }
            repeat(10_000) { problem.evaluate(doubleArrayOf(5.0, 0.0)) }
            problem.evaluationNanos() shouldBe 100_000
            (now / 20).shouldBeInRange(20L..30L)
        }

        test("a slow start is not taken for the pace of the whole trial") {
            var now = 0L
            var looks = 0
            // The first timed call takes a millisecond, each later one 10 ns.
            val problem =
                metered(budget = 10_000, target = -1.0) {
                    now.also { now += if (looks++ == 0) 1_000_000 else 10 }
                }
            repeat(10_000) { problem.evaluate(doubleArrayOf(5.0, 0.0)) }
            problem.evaluationNanos().shouldBeInRange(8_000_000L..8_500_000L)
        }

        test("a history of many improvements is kept whole") {
            val problem = metered(budget = 10_000, target = -1.0)
            for (k in 0 until 1_000) problem.evaluate(doubleArrayOf(1_000.0 - k, 0.0))
            problem.history().size() shouldBe 1_000
            problem.history().value(999) shouldBeLessThan 1.5
        }
    })
