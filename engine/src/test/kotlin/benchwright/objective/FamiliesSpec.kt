package benchwright.objective

import io.kotest.assertions.throwables.shouldThrow
import io.kotest.assertions.withClue
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeUnique
import io.kotest.matchers.shouldBe
import io.kotest.matchers.shouldNotBe

/** What a family promises of its ids, dimensions and instances. */
class FamiliesSpec :
    FunSpec({
        val families = Bbob.functions() + Classics.functions()

        test("the functions of BBOB are bbob-f1 to bbob-f24, in this order") {
            Bbob.functions().map { it.id() } shouldBe (1..24).map { "bbob-f$it" }
        }

        test("every id occurs once, and every name in its list") {
            families.map { it.id() }.shouldBeUnique()
            Bbob.functions().map { it.name() }.shouldBeUnique()
            Classics.functions().map { it.name() }.shouldBeUnique()
        }

        test("an objective says what it is") {
            for (family in families) {
                val objective = family.at(3, 7)
                withClue(family) {
                    objective.id() shouldBe family.id()
                    objective.dimension() shouldBe 3
                    objective.bounds().dimension() shouldBe 3
                    objective.instance() shouldBe 7
                    objective.toString() shouldBe "${family.id()}, 3-D, instance 7"
                }
            }
        }

        test("the optimal point is a copy, in the box") {
            for (family in families) {
                val objective = family.at(10, 2)
                val point = objective.optimalPoint().get()
                withClue(objective) { (point in objective.bounds()) shouldBe true }
                point[0] = 99.0
                objective.optimalPoint().get()[0] shouldNotBe 99.0
            }
        }

        test("a dimension out of range is refused with what is allowed") {
            for (family in families) {
                val range = "${family.smallestDimension()} to ${family.largestDimension()}"
                for (dimension in setOf(
                    family.smallestDimension() - 1,
                    family.largestDimension() + 1,
                    -3,
                )) {
                    shouldThrow<IllegalArgumentException> {
                        family.at(
                            dimension,
                            1,
                        )
                    }.message shouldBe
                        "${family.id()} is defined for dimensions $range; got $dimension"
                }
            }
            bbob(1).smallestDimension() shouldBe 2
        }

        test("an instance below 1 is refused with what is allowed") {
            for (family in families) {
                shouldThrow<IllegalArgumentException> { family.at(2, 0) }.message shouldBe
                    "${family.id()} has instances from 1 upwards; got 0"
            }
        }

        test("the same arguments give the same landscape, other instances another") {
            for (family in families) {
                val x = DoubleArray(5) { 0.5 + 0.25 * it }
                val value = family.at(5, 3).evaluator().evaluate(x)
                withClue(family) {
                    family.at(5, 3).evaluator().evaluate(x) shouldBe value
                    val other = family.at(5, 4).evaluator().evaluate(x)
                    (other == value) shouldBe family.id().endsWith("-unshifted")
                }
            }
        }

        test("BBOB goes on beyond 40 dimensions and beyond the instances in use") {
            for (family in Bbob.functions()) {
                for ((dimension, instance) in listOf(
                    41 to 1,
                    64 to 7,
                    100 to 3,
                    2 to 1_000_000,
                    3 to Int.MAX_VALUE,
                )) {
                    val objective = family.at(dimension, instance)
                    val optimum = objective.optimum().asDouble
                    withClue(objective) {
                        val evaluator = objective.evaluator()
                        evaluator
                            .evaluate(
                                objective.optimalPoint().get(),
                            ).shouldLieWithin(1e-13, optimum)
                        val value = evaluator.evaluate(DoubleArray(dimension) { 0.1 })
                        (value.isFinite() && value > optimum) shouldBe true
                    }
                }
            }
        }
    })
