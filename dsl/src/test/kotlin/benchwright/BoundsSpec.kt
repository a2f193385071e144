package benchwright

import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import io.kotest.matchers.shouldNotBe
import io.kotest.matchers.string.shouldContain

class BoundsSpec :
    FunSpec({
        val bounds = Bounds(doubleArrayOf(-1.0, 0.0), doubleArrayOf(1.0, 10.0))

        test("bounds know their dimension, edges and widths") {
            bounds.dimension() shouldBe 2
            bounds.lower(0) shouldBe -1.0
            bounds.upper(1) shouldBe 10.0
            bounds.width(1) shouldBe 10.0
        }

        test("the edges belong to the box, what lies beyond or has another length does not") {
            (doubleArrayOf(-1.0, 10.0) in bounds) shouldBe true
            (doubleArrayOf(-1.1, 5.0) in bounds) shouldBe false
            (doubleArrayOf(0.0, 10.1) in bounds) shouldBe false
            (doubleArrayOf(0.0, Double.NaN) in bounds) shouldBe false
            (doubleArrayOf(0.0) in bounds) shouldBe false
        }

        test("nobody changes bounds from outside") {
            val lower = doubleArrayOf(0.0)
            val own = Bounds(lower, doubleArrayOf(1.0))
            lower[0] = 0.5
            own.lower()[0] = 0.7
            own.upper()[0] = 0.1
            own shouldBe Bounds.cube(1, 0.0, 1.0)
        }

        test("bounds with the same edges are equal") {
            val cube = Bounds.cube(3, -5.0, 5.0)
            val same = Bounds(DoubleArray(3) { -5.0 }, DoubleArray(3) { 5.0 })
            cube shouldBe same
            cube.hashCode() shouldBe same.hashCode()
            cube shouldNotBe Bounds.cube(3, -5.0, 4.0)
            cube shouldNotBe Bounds.cube(2, -5.0, 5.0)
        }

        test("bounds that bound nothing are refused") {
            fun refused(
                lower: DoubleArray,
                upper: DoubleArray,
            ) = shouldThrow<IllegalArgumentException> { Bounds(lower, upper) }.message.orEmpty()
            refused(doubleArrayOf(), doubleArrayOf()) shouldContain "at least one"
            refused(doubleArrayOf(0.0), doubleArrayOf(1.0, 2.0)) shouldContain "1 and 2"
            refused(doubleArrayOf(0.0, 3.0), doubleArrayOf(1.0, 3.0)) shouldContain "coordinate 1"
            refused(doubleArrayOf(Double.NaN), doubleArrayOf(1.0)) shouldContain "NaN"
            refused(doubleArrayOf(0.0), doubleArrayOf(Double.POSITIVE_INFINITY)) shouldContain
                "finite"
            shouldThrow<IllegalArgumentException> { Bounds.cube(0, 0.0, 1.0) }
        }
    })
