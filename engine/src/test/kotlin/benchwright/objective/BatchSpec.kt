package benchwright.objective

import benchwright.RandomSource
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.assertions.withClue
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldHaveSize
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain

/** A point has one value, whoever its neighbours are. */
class BatchSpec :
    FunSpec({
        val families = Bbob.functions() + Classics.functions()

        test("there are 24 functions of BBOB and 15 classics, shifted and unshifted") {
            families shouldHaveSize 24 + 2 * 15
        }

        for (family in families) {
            test("${family.id()} gives a point the same bits alone and in batches of 1 to 100") {
                val random = RandomSource.of("batches", family.id())
                for (dimension in listOf(2, 3, 5, 7, 8, 9, 20, 41)) {
                    val objective = family.at(dimension, 1 + random.nextInt(50))
                    val alone = objective.evaluator()
                    val together = objective.evaluator()
                    repeat(4) {
                        val count = 1 + random.nextInt(100)
                        val points = points(random, objective, count)
                        val before = points.map { it.clone() }
                        val values = DoubleArray(count + 1) { 17.0 }
                        together.evaluateAll(points, count, values)
                        for (k in 0 until count) {
                            withClue("$objective, place $k of $count") {
                                values[k].toRawBits() shouldBe alone.evaluate(points[k]).toRawBits()
                                values[k].toRawBits() shouldBe
                                    together.evaluate(points[k]).toRawBits()
                                points[k] shouldBe before[k]
                            }
                        }
                        values[count] shouldBe 17.0
                    }
                }
            }
        }

        test("a NaN or an infinity is felt by its own point only") {
            val random = RandomSource.of("neighbours")
            for (family in families) {
                val objective = family.at(5, 1)
                val evaluator = objective.evaluator()
                val points = points(random, objective, 12)
                points[3][1] = Double.NaN
                points[5][0] = Double.POSITIVE_INFINITY
                points[7][4] = Double.NEGATIVE_INFINITY
                points[9][0] = Double.POSITIVE_INFINITY
                points[9][2] = Double.NaN
                points[10][3] = 1e300
                val values = DoubleArray(12)
                evaluator.evaluateAll(points, 12, values)
                withClue(objective) {
                    values[3].isNaN() shouldBe true
                    values[5] shouldBe Double.POSITIVE_INFINITY
                    values[7] shouldBe Double.POSITIVE_INFINITY
                    values[9].isNaN() shouldBe true
                    for (k in setOf(0, 1, 2, 4, 6, 8, 11)) {
                        values[k] shouldBe objective.evaluator().evaluate(points[k])
                        values[k].isFinite() shouldBe true
                    }
                }
            }
        }

        for (family in families) {
            test("${family.id()} has no number for a point with NaN or an infinity anywhere") {
                val random = RandomSource.of("no points", family.id())
                for (dimension in listOf(2, 3, 8, 21)) {
                    val objective = family.at(dimension, 1 + random.nextInt(50))
                    val evaluator = objective.evaluator()
                    for (coordinate in 0 until dimension) {
                        val points = points(random, objective, 3)
                        points[0][coordinate] = Double.NaN
                        points[1][coordinate] = Double.POSITIVE_INFINITY
                        points[2][coordinate] = Double.NEGATIVE_INFINITY
                        withClue("$objective, coordinate $coordinate") {
                            val values = DoubleArray(3)
                            evaluator.evaluateAll(points, 3, values)
                            val alone = points.map { evaluator.evaluate(it) }
                            alone.map { it.toRawBits() } shouldBe values.map { it.toRawBits() }
                            alone[0].isNaN() shouldBe true
                            alone[1] shouldBe Double.POSITIVE_INFINITY
                            alone[2] shouldBe Double.POSITIVE_INFINITY
                        }
                    }
                }
            }

            test("${family.id()} gives a huge point the same bits alone and among others") {
                val random = RandomSource.of("huge points", family.id())
                for (dimension in listOf(2, 5, 8)) {
                    val objective = family.at(dimension, 1 + random.nextInt(50))
                    val evaluator = objective.evaluator()
                    val points = points(random, objective, 40)
                    for (x in points) {
                        // Up to where a rotation overflows.
                        val exponent = if (random.nextInt(2) == 0) 1021 else random.nextInt(1021)
                        for (i in x.indices) x[i] = Math.scalb(x[i], exponent)
                    }
                    val values = DoubleArray(40)
                    evaluator.evaluateAll(points, 40, values)
                    for (k in points.indices) {
                        withClue("$objective, ${points[k].toList()}") {
                            evaluator.evaluate(points[k]).toRawBits() shouldBe values[k].toRawBits()
                        }
                    }
                }
            }
        }

        test("a count beyond the points or the places for values is refused") {
            val evaluator = bbob(1).at(2, 1).evaluator()
            for ((points, count, places) in listOf(
                Triple(2, 3, 3),
                Triple(3, 3, 2),
                Triple(1, -1, 1),
            )) {
                shouldThrow<IllegalArgumentException> {
                    evaluator.evaluateAll(
                        Array(points) { DoubleArray(2) },
                        count,
                        DoubleArray(places),
                    )
                }.message shouldContain "got $count for $points points and $places places"
            }
        }

        test("no points are no work") {
            bbob(1).at(2, 1).evaluator().evaluateAll(arrayOf(), 0, doubleArrayOf())
        }
    })

/** Points in the box, and a third of them up to three times as far from its centre. */
internal fun points(
    random: RandomSource,
    objective: Objective,
    count: Int,
): Array<DoubleArray> =
    Array(count) { k ->
        val x = random.nextPoint(objective.bounds())
        if (k % 3 == 2) x.map { it * 3 }.toDoubleArray() else x
    }
